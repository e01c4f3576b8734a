"""What would be otherwise (*tänk om*): a collaboration changed in many ways, and each variant judged alike."""
