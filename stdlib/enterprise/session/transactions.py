"""Transactions. A script has no infobase, so nothing is undone: only the nesting is kept, and slips in it are told."""

from __future__ import annotations

from contextvars import ContextVar

from runtime.enterprise.declare import function
from runtime.errors import OnecError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.enterprise.session.data_lock_control_mode import DataLockControlMode

_depth: ContextVar[int] = ContextVar("transactions", default=0)


@function("НачатьТранзакцию([РежимБлокировок])", "BeginTransaction([LockMode])")
def begin_transaction(mode: DataLockControlMode | None = None) -> None:
    """Начинает транзакцию. Информационной базы у сценария нет: считается только вложенность транзакций."""
    _depth.set(_depth.get() + 1)


@function("ЗафиксироватьТранзакцию()", "CommitTransaction()")
def commit_transaction() -> None:
    """Завершает начатую транзакцию."""
    _leave()


@function("ОтменитьТранзакцию()", "RollbackTransaction()")
def rollback_transaction() -> None:
    """Отменяет начатую транзакцию. Ни файлы, ни переменные прежними не становятся."""
    _leave()


@function("ТранзакцияАктивна(): Булево", "TransactionActive()")
def transaction_active() -> bool:
    """Истина между началом транзакции и её концом."""
    return _depth.get() > 0


def _leave() -> None:
    if not _depth.get():
        raise OnecError("Транзакция не активна")
    _depth.set(_depth.get() - 1)
