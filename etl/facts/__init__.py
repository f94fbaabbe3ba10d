"""Facts: tables a build derives from several records, so that indicators stay simple sums. One file each."""
