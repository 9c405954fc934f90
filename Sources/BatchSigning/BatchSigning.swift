// BatchSigning
