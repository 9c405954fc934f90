// ScoreExchange
