"""Перечисление ТипПлатформы."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item


@enumeration("ТипПлатформы", "PlatformType", presentation="Тип платформы")
class PlatformType(EnumValue):
    """Операционная система и процессор."""

    __slots__ = ()
    linux_x86 = item("Linux_x86", "Linux_x86")
    linux_x86_64 = item("Linux_x86_64", "Linux_x86_64")
    linux_arm64 = item("Linux_ARM64", "Linux_ARM64")
    linux_e2k = item("Linux_E2K", "Linux_E2K")
    mac_os_x86 = item("MacOS_x86", "MacOS_x86")
    mac_os_x86_64 = item("MacOS_x86_64", "MacOS_x86_64")
    windows_x86 = item("Windows_x86", "Windows_x86")
    windows_x86_64 = item("Windows_x86_64", "Windows_x86_64")
    android_arm = item("Android_ARM", "Android_ARM")
    android_arm_64 = item("Android_ARM_64", "Android_ARM_64")
    ios_arm = item("iOS_ARM", "iOS_ARM")
    ios_arm_64 = item("iOS_ARM_64", "iOS_ARM_64")


def this_platform() -> PlatformType | None:
    """The type of the platform that the script runs on; None when the list does not have it."""
    from platform import machine, system

    systems = {"Linux": "Linux", "Darwin": "MacOS", "Windows": "Windows"}
    # The platform for macOS is a program for x86_64 on every processor.
    kinds = {"x86_64": "x86_64", "amd64": "x86_64", "i386": "x86", "i686": "x86", "aarch64": "ARM64", "e2k": "E2K"}
    kind = "x86_64" if system() == "Darwin" else kinds.get(machine().lower(), "")
    name = f".{systems.get(system(), '')}_{kind}".lower()
    found: PlatformType | None = getattr(PlatformType, name, None)
    return found
