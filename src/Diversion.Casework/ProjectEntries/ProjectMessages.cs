using Diversion.Casework.Correspondence;
using Diversion.Casework.Formatting;
using Diversion.Casework.Links;
using Diversion.Casework.Programmes;
using Diversion.Casework.Streams;
using Diversion.Domain.Projects;

namespace Diversion.Casework.ProjectEntries;

/// <summary>Tells the leads that a risk assessment is to be made again, and whoever asked for work what the answer is. No mail names a person of a case.</summary>
internal static class ProjectMessages
{
    public static IReadOnlyList<OutgoingMessage> For(RecordedEvent<ProjectEvent> recorded, ProjectState after, Rulebook rulebook)
    {
        var programme = rulebook.Programme;
        return recorded.Event switch
        {
            ProjectEvent.LeadsReminded reminded => StreamMail.To(
                ProjectKind.Instance, recorded, programme.Leads, "risk-assessment-review", programme, Addresses.Project(after.Id),
                ("project", after.Entry.Name), ("partner", after.Entry.Partner), ("due", Wording.By(reminded.Due))),
            ProjectEvent.RequestAccepted or ProjectEvent.RequestDeclined when programme.Staff.Partner(after.RequestedBy?.Id) is { } asked => StreamMail.To(
                ProjectKind.Instance, recorded, [asked.Person], "work-request-answered", programme, Addresses.Project(after.Id),
                ("project", after.Entry.Name), ("answer", recorded.Event is ProjectEvent.RequestAccepted ? "accepted" : "declined")),
            _ => [],
        };
    }
}
