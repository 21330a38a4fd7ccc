using Diversion.Casework.Formatting;
using Diversion.Domain;
using Diversion.Domain.Complaints;

namespace Diversion.Casework.Texts;

/// <summary>Complaints as text.</summary>
public static class ComplaintWords
{
    public static string Of(ComplaintAbout about) => about switch
    {
        ComplaintAbout.KeyWorker => "the key worker",
        ComplaintAbout.TeamManager => "the team manager",
        ComplaintAbout.PoliceOfficer => "the police officer",
        ComplaintAbout.Partner => "a provider or facilitator",
        ComplaintAbout.Decision => "a decision, or how long it took",
        _ => "something else",
    };

    public static string Of(ComplaintFrom from) => from switch
    {
        ComplaintFrom.Person => "the person",
        ComplaintFrom.ForPerson => "somebody for the person",
        _ => "somebody else",
    };

    public static string Of(ComplaintResult result) => result switch
    {
        ComplaintResult.Upheld => "upheld",
        ComplaintResult.PartlyUpheld => "partly upheld",
        ComplaintResult.NotUpheld => "not upheld",
        _ => "not pursued",
    };

    internal static string Of(ComplaintEvent happened) => happened switch
    {
        ComplaintEvent.ComplaintMade e =>
            $"Complaint {e.Number} about {Of(e.About)} was made by {Of(e.From)} on {Wording.At(e.MadeAt)}. The {Words.Of(e.Owner)} acknowledges it by {Wording.At(e.Acknowledge.Due)} and answers it by {Wording.At(e.Answer.Due)}.",
        ComplaintEvent.ComplaintAcknowledged e => $"Complaint {e.Number} was acknowledged {NewsWords.How(e.How)} on {Wording.At(e.ToldAt)}.",
        ComplaintEvent.ComplaintAnswered e => $"Complaint {e.Number} was answered {NewsWords.How(e.How)} on {Wording.At(e.ToldAt)}: {Of(e.Result)}.",
        ComplaintEvent.ComplaintWithdrawn e => $"Complaint {e.Number} is not pursued.",
        _ => throw Wording.Missing(happened),
    };
}
