using Diversion.Casework.Schemes;
using Diversion.Domain.Schemes;
using Diversion.Domain.Time;
using NodaTime;

namespace Diversion.Simulation.Reporting;

/// <summary>What to simulate.</summary>
/// <param name="Scheme">The one version for everybody, with overrides applied.</param>
/// <param name="AtOnce">Agreements processed at the same time. Never changes the result.</param>
public sealed record SimulationOrder(
    int Participants,
    int Months,
    ulong Seed,
    LocalDate Start,
    SchemeRules Scheme,
    WorkingCalendar Calendar,
    IReadOnlyList<string> Overrides,
    int AtOnce = 64)
{
    public const int MostParticipants = 20_000;
    public const int MostMonths = 36;

    /// <summary>The last day on which anything of the simulation may still fall due.</summary>
    public LocalDate Last
    {
        get
        {
            // Up to six weeks from referral to signing; the term; every extension; two months for what follows an ending.
            var signed = Start.PlusMonths(Months).PlusWeeks(6);
            var ended = Scheme.Term.Months > 0 ? signed.PlusMonths(Scheme.Term.Months) : signed.PlusWeeks(Scheme.Term.Weeks);
            return ended.PlusDays(Scheme.Breach.MostExtensionDays).PlusMonths(2);
        }
    }

    /// <returns>What is wrong with the order and what to change; null when nothing is.</returns>
    public string? Fault()
    {
        if (Participants is < 1 or > MostParticipants)
        {
            return $"--participants is {Participants}; give 1 to {MostParticipants}.";
        }

        if (Months is < 1 or > MostMonths)
        {
            return $"--months is {Months}; give 1 to {MostMonths}.";
        }

        if (!Calendar.Covers(Start) || Start < Scheme.EffectiveFrom)
        {
            var earliest = LocalDate.Max(Calendar.From, Scheme.EffectiveFrom);
            return $"--start is {Start:uuuu-MM-dd}; the bank holidays run from {Calendar.From:uuuu-MM-dd} to {Calendar.To:uuuu-MM-dd} and scheme {Scheme.Reference} is in force from {Scheme.EffectiveFrom:uuuu-MM-dd}. Start on {earliest:uuuu-MM-dd} or later.";
        }

        return Calendar.Covers(Last)
            ? null
            : $"{Months} months from {Start:uuuu-MM-dd} and the terms that follow run to {Last:uuuu-MM-dd}; the bank holidays end on {Calendar.To:uuuu-MM-dd}. Give fewer --months, an earlier --start, or add the later years to {SchemeFiles.BankHolidays}.";
    }
}
