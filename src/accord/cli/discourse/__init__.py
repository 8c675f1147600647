"""Networks of a dispute's discourse: made, examined, written for other programs."""
