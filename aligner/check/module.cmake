# Countries and their peoples, organisations, and the names of letters, become part of the library.
muwazi_embed(muwazi_check kCheckLists "${PROJECT_SOURCE_DIR}/data/check/peoples.txt"
  "${PROJECT_SOURCE_DIR}/data/check/organisations.txt"
  "${PROJECT_SOURCE_DIR}/data/check/letters.txt")
