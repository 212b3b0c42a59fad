"""One module per kind of fact, where what the rules match becomes facts: functions of the prepared document."""
