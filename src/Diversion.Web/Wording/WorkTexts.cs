using Diversion.Casework.Conditions;
using Diversion.Casework.MyWork;

namespace Diversion.Web.Wording;

/// <summary>What has to be done and when: an appointment takes place at its time, everything else has a deadline.</summary>
public static class WorkTexts
{
    /// <summary>It only has to take place: there is nothing to press before that.</summary>
    public static bool IsToHold(WorkItem item) => item.Kind is WorkKind.Meeting or WorkKind.Session;

    public static string What(WorkItem item) => IsToHold(item) || item.About is not { } about || item.What.Contains(about.TrimEnd('s'), StringComparison.OrdinalIgnoreCase)
        ? item.What
        : $"{item.What}: {about}";

    public static string When(WorkItem item, When when) => item switch
    {
        _ when IsToHold(item) => Labels.Sentence(when.Moment(item.At)),
        { When: WorkWhen.Overdue } => when.Late(item.At),
        { Kind: WorkKind.Eligibility } => "Ready to be done",
        _ => $"By {when.Moment(item.At)}",
    };
}
