// One import gives a user everything that the public names of this module speak of.
@_exported public import Parallel
@_exported public import Placement
@_exported public import RecordLinkage
@_exported public import ScoreLinking
@_exported public import Scores
@_exported public import Tabular
@_exported public import Wording
@_exported public import BatchSigning
@_exported public import Workbooks
