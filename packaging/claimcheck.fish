# fish completion for claimcheck; the program itself says what may follow (`claimcheck __complete WORDS`)
function __claimcheck_words
  claimcheck __complete (commandline -opc | tail -n +2 | string match -v -- '-*') 2>/dev/null
end
function __claimcheck_rules
  claimcheck rules --no-config 2>/dev/null | string match -rg '^  ([a-z0-9-]+) '
end
complete -c claimcheck -a "(__claimcheck_words)"
complete -c claimcheck -s f -l format -x -a "(claimcheck __complete --format)"
complete -c claimcheck -l min-level -x -a "note warning error"
complete -c claimcheck -l fail-level -x -a "note warning error never"
complete -c claimcheck -l color -x -a "auto always never"
complete -c claimcheck -l select -x -a "(__claimcheck_rules)"
complete -c claimcheck -l ignore -x -a "(__claimcheck_rules)"
complete -c claimcheck -n "__fish_seen_subcommand_from explain" -x -a "(__claimcheck_rules)"
