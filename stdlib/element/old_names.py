"""Names of types in older editions of the documentation → the names of now."""

from __future__ import annotations

OLD_NAMES = {
    "ВажностьСообщенияЭлектроннойПочты": "ВажностьПисьма",
    "ПисьмоВСессииImap": "ПисьмоВСоединенииImap",
    "ЗаголовкиПисьмаВСессииImap": "ЗаголовкиПисьмаВСоединенииImap",
}
