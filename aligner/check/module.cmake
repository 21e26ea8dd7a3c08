# Countries and their peoples, and organisations, become part of the library.
muwazi_embed(muwazi_check kCheckLists "${PROJECT_SOURCE_DIR}/data/check/peoples.txt"
  "${PROJECT_SOURCE_DIR}/data/check/organisations.txt")
