using Diversion.Domain.Agreements;
using Diversion.Domain.Complaints;
using Diversion.Domain.Documents;
using Diversion.Domain.Telling;

namespace Diversion.Casework.Access;

/// <content>Who sees which papers of a case.</content>
public static partial class AccessPolicy
{
    /// <summary>
    /// Whether the actor may open the paper, if they may open the case. Providers see only what their own organisation added
    /// about its own condition, so nothing of the victim reaches them. Facilitators see what they added, and what is about
    /// their condition unless it is of supervision. The police see what they added, and what is not of supervision. All
    /// others who see the whole record see all papers. A paper that came with what the person says against a warning, or with a
    /// complaint, is for those who read that, and for whoever added it.
    /// </summary>
    public static bool MaySeeDocument(Actor actor, AgreementState state, Document document) => actor.Role switch
    {
        Role.Provider => actor.Organisation is not null && document.From.Organisation == actor.Organisation && IsOnTheirCondition(actor, state, document),
        Role.Facilitator => IsOnTheirCondition(actor, state, document) && (document.From.Id == actor.Id || IsOpenToPolice(document.Kind)),
        _ when Of(actor, state) is { Timeline: true } visible => document.From.Id == actor.Id || (MayReadWhatItCameWith(visible, document.ConditionId, document.Item) && (visible.Notes || IsOpenToPolice(document.Kind) || IsPolice(document.From.Role))),
        _ => false,
    };

    /// <summary>Whether what the person said or complained of when a paper came is for the viewer to read.</summary>
    /// <param name="item">What it came with, as in <see cref="Document.Item"/>.</param>
    internal static bool MayReadWhatItCameWith(RecordVisibility visible, string? condition, string? item) => (condition, item) switch
    {
        (not null, _) or (_, null) => true,
        _ when Complaint.NumberOf(item) is { } number => visible.ReadsComplaint(number),
        _ => visible.Objections || PersonNews.Read(item) is not { Kind: NewsKind.Warning },
    };

    /// <summary>
    /// Evidence of an excuse, an assessment and what is of no known kind reveal as much as the notes of supervision do.
    /// </summary>
    public static bool IsOpenToPolice(DocumentKind kind) => kind is DocumentKind.SignedAgreement or DocumentKind.Letter or DocumentKind.PhotoOfWork;

    /// <summary>Papers exist for the role at all: for everybody who may open a case.</summary>
    public static bool MaySeeDocuments(Actor actor, AgreementState state) => Of(actor, state).Record;

    private static bool IsOnTheirCondition(Actor actor, AgreementState state, Document document) =>
        document.ConditionId is { } id && ConditionsOf(actor, state).Any(condition => condition.Id == id);
}
