"""那时与现在"""

from ui import keeping, view

page = view.opened("那时与现在")
keeping.keep(page)
keeping.show(page)
