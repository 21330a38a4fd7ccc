using Diversion.Domain;
using Diversion.Domain.Conditions.NoReoffending;

namespace Diversion.Casework.Conditions;

/// <summary>The content of a custody notice as text.</summary>
public static class CustodyWords
{
    /// <param name="says">The kind that a notice of an unknown kind gives itself; left out where text typed elsewhere is not shown.</param>
    public static string Of(CustodyNoticeKind kind, string? says) => kind == CustodyNoticeKind.Other ? says ?? "of another kind" : Words.Of(kind);

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

        if (e.Reoffending != e.ReoffendingBefore)
        {
            changes.Add(e.Reoffending ? "the offence is within the term now" : "the offence is outside the term now");
        }

        return string.Join("; ", changes);
    }

    private static string Day(NodaTime.LocalDate? day) => day is { } known ? Words.Date(known) : "unknown";
}
