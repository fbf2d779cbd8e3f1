"""Periods of time.

standard_period                 СтандартныйПериод
standard_period_variant         ВариантСтандартногоПериода
standard_beginning_date         СтандартнаяДатаНачала
standard_beginning_date_variant ВариантСтандартнойДатыНачала
spans                           days, weeks, ten-day periods, months… before and after a day
period_presentation             ПредставлениеПериода
"""
