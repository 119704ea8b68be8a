UPDATE operation SET result = replace(result, ?1, '""')
WHERE instr(result, ?1)
