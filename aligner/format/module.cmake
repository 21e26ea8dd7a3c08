# The review page, in the order in which its scripts stand in it.
muwazi_embed(muwazi_format kReviewParts
  "${PROJECT_SOURCE_DIR}/aligner/format/review/page.html"
  "${PROJECT_SOURCE_DIR}/aligner/format/review/style.css"
  "${PROJECT_SOURCE_DIR}/aligner/format/review/text.js"
  "${PROJECT_SOURCE_DIR}/aligner/format/review/alignment.js"
  "${PROJECT_SOURCE_DIR}/aligner/format/review/decisions.js"
  "${PROJECT_SOURCE_DIR}/aligner/format/review/rows.js"
  "${PROJECT_SOURCE_DIR}/aligner/format/review/strip.js"
  "${PROJECT_SOURCE_DIR}/aligner/format/review/shown.js"
  "${PROJECT_SOURCE_DIR}/aligner/format/review/steps.js"
  "${PROJECT_SOURCE_DIR}/aligner/format/review/kept.js"
  "${PROJECT_SOURCE_DIR}/aligner/format/review/events.js")
