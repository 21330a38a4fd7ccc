using System.Collections.Immutable;
using NodaTime;

namespace Diversion.Casework.Schemes;

/// <summary>The shape of a bank holiday file. What each property means is in bank-holidays.schema.json.</summary>
internal sealed record BankHolidayFile(
    LocalDate From,
    LocalDate To,
    ImmutableArray<BankHolidaySource> Sources,
    ImmutableArray<BankHoliday> Holidays);

internal sealed record BankHolidaySource(int FromYear, int ToYear, string Source);

internal sealed record BankHoliday(LocalDate Date, string Name);
