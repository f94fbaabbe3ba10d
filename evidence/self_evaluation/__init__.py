"""The form 项目支出绩效自评表, filled from targets and figures."""
