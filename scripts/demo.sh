#!/bin/sh
# Runs the documented samples of both languages before the reader's eyes: source, output, and the letters that arrived.
# Mail goes to a mail server of the demonstration's own, whatever account is configured.
set -eu
cd "$(dirname "$0")/.."

ONECS_HOME=$(mktemp -d)
# The fragments leave their temporary files behind: here they are found, shown and removed.
TMPDIR=$ONECS_HOME/tmp
mkdir "$TMPDIR"
export ONECS_HOME TMPDIR
trap 'rm -rf "$ONECS_HOME"' EXIT
onecs=${ONECS:-.venv/bin/1cs}

bold='' dim='' plain=''
if [ -t 1 ] && [ -z "${NO_COLOR:-}" ]; then bold='\033[1m' dim='\033[2m' plain='\033[0m'; fi

heading() { printf "\n${bold}══ %s${plain}\n" "$1"; }

play() {
    heading "$1"
    cat "$2"
    printf "\n${dim}── 1cs run %s${plain}\n" "$2"
    "$onecs" run "$2" 2>&1
}

play "1С:Элемент: письмо из документации, дословно" scripts/docs/element/send_letter.1cs
heading "Что пришло: 1cs mail, 1cs mail show 1"
"$onecs" mail
"$onecs" mail show 1

docs=scripts/docs/enterprise
play "1С:Предприятие: формируем сообщение обмена (контекст – в ${docs}/compose_message.context.1cs)" $docs/compose_message.1cs
play "1С:Предприятие: отправляем его вложением" $docs/send_message.1cs
heading "Что пришло: 1cs mail, 1cs mail show 2"
"$onecs" mail
"$onecs" mail show 2
play "1С:Предприятие: получаем все письма ящика" $docs/receive_messages.1cs
{
    cat $docs/receive_messages.1cs
    echo 'Сообщить("Получено писем: " + МассивСообщений.Количество());'
} > "$ONECS_HOME/count.1cs"
"$onecs" run --context $docs/receive_messages.context.1cs "$ONECS_HOME/count.1cs"
rm -f "$TMPDIR"/*.xml
play "1С:Предприятие: сохраняем файл обмена и удаляем письма обмена" $docs/save_and_delete_messages.1cs
heading "Что сохранено: файл обмена"
cat "$TMPDIR"/*.xml
echo

heading "1С:Предприятие: обмен по почте от начала до конца (${docs}/exchange_by_mail.1cs)"
"$onecs" run $docs/exchange_by_mail.1cs 2>&1
heading "Что осталось в ящиках: 1cs mail"
"$onecs" mail
printf '\nДальше: %s – диалог, %s doc ИнтернетПочта – справка, README.ru.md\n' "$onecs" "$onecs"
