// ScoreLinking
