using Diversion.Domain;
using Diversion.Domain.Conditions.NoReoffending;

namespace Diversion.Casework.Conditions;

/// <summary>The content of a custody notice as text.</summary>
public static class CustodyWords
{
    /// <param name="says">The kind that a notice of an unknown kind gives itself; left out where text typed elsewhere is not shown.</param>
    public static string Of(CustodyNoticeKind kind, string? says) => kind == CustodyNoticeKind.Other ? says ?? "of another kind" : Words.Of(kind);

    /// <summary>"bail until 5 June 2026 at 10am; curfew from 7pm to 7am; not to contact the victim".</summary>
    public static string Of(Bail bail)
    {
        var parts = new List<string>
        {
            bail.AnswerOn is { } day ? $"bail until {Words.Date(day)}{(bail.AnswerAt is { } at ? $" at {Words.Time(at)}" : "")}" : "bail without a date",
        };
        if (bail.Curfew is { } curfew)
        {
            parts.Add($"curfew from {Words.Time(curfew.From)} to {Words.Time(curfew.Until)}");
        }

        if (!string.IsNullOrWhiteSpace(bail.Conditions))
        {
            parts.Add(string.Join("; ", bail.Conditions.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(one => one.TrimEnd('.'))));
        }

        return string.Join("; ", parts);
    }

    /// <summary>The same as the beginning of a sentence.</summary>
    internal static string Sentence(Bail bail) => Words.Sentence(Of(bail));

    internal static string Offence(NoReoffendingEvent.CustodyNoticeReceived e)
    {
        var when = e.OffenceOn is { } on ? $", for an offence on {Words.Date(on)}" : "";
        var outside = e is { Reoffending: false, Read: null, Notice: CustodyNoticeKind.Arrest or CustodyNoticeKind.Charge or CustodyNoticeKind.Admission };
        return outside ? $"{when}, which is outside the term of the agreement" : when;
    }

    internal static string Changes(NoReoffendingEvent.CustodyNoticeCorrected e)
    {
        var changes = new List<string>();
        if (e.OccurredOn != e.OccurredOnBefore)
        {
            changes.Add($"its date is {Words.Date(e.OccurredOn)}, not {Words.Date(e.OccurredOnBefore)}");
        }

        if (e.OffenceOn != e.OffenceOnBefore)
        {
            changes.Add($"the day of the offence is {Day(e.OffenceOn)}, not {Day(e.OffenceOnBefore)}");
        }

        if (e.Bail != e.BailBefore)
        {
            changes.Add(e.Bail is null ? "there is no bail" : $"the bail is: {Of(e.Bail)}");
        }

        if (e.Reoffending != e.ReoffendingBefore)
        {
            changes.Add(e.Reoffending ? "the offence is within the term now" : "the offence is outside the term now");
        }

        return string.Join("; ", changes);
    }

    private static string Day(NodaTime.LocalDate? day) => day is { } known ? Words.Date(known) : "unknown";
}
