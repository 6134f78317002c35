# bash completion for claimcheck
_claimcheck() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
  local commands="check claims stream rules explain test files config init accept baseline"
  local options="--format --date --min-level --fail-level --select --ignore --rules --config --no-config --reference --online
    --baseline --no-baseline --max-size --stdin-filename --jobs --color --stats --quiet --help --version"
  case $previous in
    -f | --format) COMPREPLY=($(compgen -W "human json jsonl sarif junit checkstyle github gitlab rdjson gcc markdown csv html" -- "$current")) ;;
    --min-level) COMPREPLY=($(compgen -W "note warning error" -- "$current")) ;;
    --fail-level) COMPREPLY=($(compgen -W "note warning error never" -- "$current")) ;;
    --color) COMPREPLY=($(compgen -W "auto always never" -- "$current")) ;;
    --select | --ignore | explain)
      COMPREPLY=($(compgen -W "$(claimcheck rules --no-config 2>/dev/null | sed -nE 's/^  ([a-z0-9-]+) .*/\1/p')" -- "$current")) ;;
    config) COMPREPLY=($(compgen -W "show schema" -- "$current")) ;;
    baseline) COMPREPLY=($(compgen -W "write prune" -- "$current")) ;;
    *)
      if [[ $current == -* ]]; then
        COMPREPLY=($(compgen -W "$options" -- "$current"))
      else
        [ "$COMP_CWORD" -eq 1 ] && COMPREPLY=($(compgen -W "$commands" -- "$current"))
        COMPREPLY+=($(compgen -f -- "$current"))
      fi ;;
  esac
}
complete -o filenames -F _claimcheck claimcheck
