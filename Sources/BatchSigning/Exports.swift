// Digests stand in the public names of this module.
@_exported public import Digests
