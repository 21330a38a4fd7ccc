using Diversion.Casework.Queries;
using Diversion.Domain.Agreements;

namespace Diversion.Web.Wording;

/// <summary>What falls due by itself, as a sentence that names the task or the condition that it is about.</summary>
public static class DueTexts
{
    public static string Of(DueView moment, AgreementView agreement)
    {
        var condition = agreement.Conditions.FirstOrDefault(one => one.Id == moment.Track)?.Title;
        var about = condition is null ? "" : $" ({condition})";
        return moment.Kind switch
        {
            DueKind.OwnerReminded or DueKind.Escalated when agreement.Obligations.FirstOrDefault(open => open.Id == moment.Subject) is { } promise =>
                moment.Kind == DueKind.OwnerReminded
                    ? $"{Labels.Of(promise.Owner)} is reminded to do this: {Labels.Task(promise.Rule)}{about}"
                    : $"If this is still not done, it is escalated: {Labels.Task(promise.Rule)}{about}",
            _ => moment.What + about,
        };
    }
}
