using Diversion.Casework.Formatting;
using Diversion.Domain;
using Diversion.Domain.Projects;

namespace Diversion.Casework.ProjectEntries;

/// <summary>Projects in words: what they are for, and what happened to one, as sentences for its timeline.</summary>
public static class ProjectWords
{
    public static string Of(ProjectPurpose purpose) => purpose switch
    {
        ProjectPurpose.CommunitySafety => "community safety",
        ProjectPurpose.Environment => "environment",
        _ => "other",
    };

    public static string Of(ProjectEvent happened) => happened switch
    {
        ProjectEvent.ProjectAdded e => $"{e.Entry.Name} of {e.Entry.Partner} was added.",
        ProjectEvent.WorkRequested e => $"{e.Entry.Partner} asked for work: {e.Entry.Name}.",
        ProjectEvent.RequestAccepted => "The request was accepted; it is a project now.",
        ProjectEvent.RequestDeclined e => $"The request was declined: {e.Because}",
        ProjectEvent.ProjectChanged e => $"The entry was changed; it is {e.Entry.Name} of {e.Entry.Partner}.",
        ProjectEvent.RiskAssessed e => $"The risk assessment of {Words.Date(e.Assessment.MadeOn)} was recorded; it is made again by {Words.Date(e.Assessment.ReviewOn)}.",
        ProjectEvent.LeadsReminded e => $"The leads were told that the risk assessment is to be made again by {Wording.By(e.Due)}.",
        ProjectEvent.ProjectClosed => "The project was closed: nobody is placed there any more.",
        ProjectEvent.ProjectReopened => "The project was opened again.",
        _ => throw new InvalidOperationException($"No words for {happened.GetType().Name}."),
    };
}
