"""What every page stands in: middleware, navigation, filters, the opened view, and the panel around a chart."""
