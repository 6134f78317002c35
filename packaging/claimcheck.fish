# fish completion for claimcheck
set -l commands check claims stream rules explain test files config init accept baseline
complete -c claimcheck -n "not __fish_seen_subcommand_from $commands" -a "$commands"
complete -c claimcheck -s f -l format -x -a "human json jsonl sarif junit checkstyle github gitlab rdjson gcc markdown csv html" -d "How to write the result"
complete -c claimcheck -l date -x -d "The documents' date"
complete -c claimcheck -l min-level -x -a "note warning error"
complete -c claimcheck -l fail-level -x -a "note warning error never"
complete -c claimcheck -l select -x -a "(claimcheck rules --no-config | string match -rg '^  ([a-z0-9-]+) ')"
complete -c claimcheck -l ignore -x -a "(claimcheck rules --no-config | string match -rg '^  ([a-z0-9-]+) ')"
complete -c claimcheck -l rules -r
complete -c claimcheck -l config -r
complete -c claimcheck -l no-config
complete -c claimcheck -l reference
complete -c claimcheck -l online
complete -c claimcheck -l baseline -r
complete -c claimcheck -l no-baseline
complete -c claimcheck -l max-size -x
complete -c claimcheck -l stdin-filename -x
complete -c claimcheck -s j -l jobs -x
complete -c claimcheck -l color -x -a "auto always never"
complete -c claimcheck -l stats
complete -c claimcheck -s q -l quiet
complete -c claimcheck -n "__fish_seen_subcommand_from explain" -x -a "(claimcheck rules --no-config | string match -rg '^  ([a-z0-9-]+) ')"
complete -c claimcheck -n "__fish_seen_subcommand_from config" -x -a "show schema"
complete -c claimcheck -n "__fish_seen_subcommand_from baseline" -a "write prune"
