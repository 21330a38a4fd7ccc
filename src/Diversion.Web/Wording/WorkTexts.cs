using Diversion.Casework.Queries;

namespace Diversion.Web.Wording;

/// <summary>When something is to be done: an appointment at its time, everything else by its deadline.</summary>
public static class WorkTexts
{
    public static string Of(WorkItem item, When when) => item switch
    {
        { Kind: WorkKind.Meeting or WorkKind.Session } => Labels.Sentence(when.Moment(item.At)),
        { When: WorkWhen.Overdue } => $"{Labels.Sentence(when.Left(item.At))}, was due {when.Moment(item.At)}",
        { Kind: WorkKind.Eligibility } => "Ready to be done",
        _ => $"By {when.Moment(item.At)}",
    };
}
