"""数据导入"""

from ui.frame import view
from ui.intake import confirmation, dropped_files, file_report, state

view.open_reference(__doc__, state.words())
if not confirmation.draw_running():
    confirmation.draw_done()
    files = dropped_files.bring_in(dropped_files.draw_uploader())
    file_report.draw(files)
    confirmation.draw(files)
