using Diversion.Domain.Agreements;

namespace Diversion.Domain.Referral;

/// <summary>
/// What has to be known to meet the person fairly: asked when it matters, at any time of the case. What is null was not asked.
/// </summary>
/// <param name="Language">The language that they want to speak.</param>
/// <param name="Interpreter">An interpreter is needed.</param>
/// <param name="Adjustments">Reasonable adjustments (Equality Act 2010 s.20).</param>
/// <param name="Literacy">What reading and writing they need help with.</param>
/// <param name="AppropriateAdult">Name of the appropriate adult, where one is needed.</param>
/// <param name="Vulnerability">Why they are vulnerable, for the team on the case.</param>
/// <param name="Caring">Pregnancy, or whom they care for and when: appointments have to fit.</param>
/// <param name="BestTime">When they can best be reached.</param>
/// <param name="MeetAt">Where they want to be met: a place, or that they do not want to be visited.</param>
/// <param name="WordsToAvoid">What nobody says to them first, or where others may hear it: "mental health".</param>
/// <param name="EmergencyContact">Whom to tell in an emergency: name and who they are.</param>
public sealed record Circumstances(
    string? Language = null,
    bool? Interpreter = null,
    string? Adjustments = null,
    string? Literacy = null,
    string? AppropriateAdult = null,
    string? Vulnerability = null,
    string? Caring = null,
    string? BestTime = null,
    string? EmergencyContact = null,
    string? EmergencyPhone = null,
    string? MeetAt = null,
    string? WordsToAvoid = null)
{
    public static readonly Circumstances None = new();

    /// <summary>What a partner needs to meet the person: not why they are vulnerable, nor who is close to them.</summary>
    public Circumstances ForPartner() => this with { Vulnerability = null, EmergencyContact = null, EmergencyPhone = null };

    internal void Inspect(TextInspection texts)
    {
        texts.Line("circumstances.language", Language);
        texts.Prose("circumstances.adjustments", Adjustments);
        texts.Prose("circumstances.literacy", Literacy);
        texts.Line("circumstances.appropriateAdult", AppropriateAdult);
        texts.Prose("circumstances.vulnerability", Vulnerability);
        texts.Prose("circumstances.caring", Caring);
        texts.Line("circumstances.bestTime", BestTime);
        texts.Line("circumstances.meetAt", MeetAt);
        texts.Line("circumstances.wordsToAvoid", WordsToAvoid);
        texts.Line("circumstances.emergencyContact", EmergencyContact);
        texts.Line("circumstances.emergencyPhone", EmergencyPhone);
    }
}
