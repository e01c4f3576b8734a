"""When people meet: rules turned into dates, dates into meetings, and meetings that stand in each other's way."""
