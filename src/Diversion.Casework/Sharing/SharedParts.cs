using Diversion.Casework.Access;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Sharing;

namespace Diversion.Casework.Sharing;

/// <summary>
/// What is told for each purpose, made of kinds, days, numbers and names of organisations. The one free text is the risk to
/// staff, which is written for those who meet the person: whatever else somebody typed could say something of a victim.
/// </summary>
internal static class SharedParts
{
    /// <summary>What is done there is health, or makes the person known as a victim themselves.</summary>
    private static readonly PathwayKind[] NotShared = [PathwayKind.Health, PathwayKind.DrugsAndAlcohol, PathwayKind.SexualExploitation];

    public static SharedPart Of(SharingAgreement agreed, Actor reader, AgreementState state) => new(agreed.Purpose, agreed.Basis, agreed.Purpose switch
    {
        SharingPurpose.ReferralReason => [.. Reasons(agreed.Organisation, state)],
        SharingPurpose.StaffRisks => [new("Be careful of", state.Referral.StaffRisk ?? "No risk is recorded.")],
        SharingPurpose.PreviousWork => [.. Others(agreed.Organisation, state)],
        SharingPurpose.Progress => [.. Progress(reader, state)],
        _ => throw new InvalidOperationException($"Nothing is written for {agreed.Purpose}."),
    });

    /// <summary>The organisation's own pathways: it was sent these people for this.</summary>
    private static IEnumerable<SharedLine> Reasons(string organisation, AgreementState state) =>
        from pathway in state.Conditions.OfType<PathwayCondition>()
        where pathway.Provider == organisation
        select new SharedLine(
            Words.Sentence(Words.Of(pathway.Need)),
            string.Join("; ", new[]
            {
                pathway.SentAt is { } sent ? $"referred on {Words.Date(sent)}" : null,
                pathway.Service is { } service ? $"to {service.Name}" : null,
                pathway.AcceptBy is { } until ? $"to be accepted by {Words.Date(until)}" : null,
                pathway.StartScore is { } score ? $"need at the start: {score} of 10" : null,
            }.OfType<string>()));

    private static IEnumerable<SharedLine> Others(string organisation, AgreementState state) =>
        from pathway in state.Conditions.OfType<PathwayCondition>()
        where pathway.Provider != organisation && !NotShared.Contains(pathway.Need) && pathway.AcceptedAt is not null
        let held = Held(pathway)
        select new SharedLine(
            Words.Sentence(Words.Of(pathway.Need)),
            string.Join("; ", new[]
            {
                $"{pathway.Provider}, since {Words.Date(pathway.AcceptedAt!.Value)}",
                held == 0 ? null : held == 1 ? "1 session" : $"{held} sessions",
                pathway.StartScore is { } start ? $"need at the start {start} of 10{(pathway.EndScore is { } end ? $", at the end {end}" : "")}" : null,
                pathway.Completed ? "completed" : pathway.IsOpen ? "goes on" : "ended",
            }.OfType<string>()));

    /// <summary>How many conditions are kept says nothing of which; that a breach is proposed is not told.</summary>
    private static IEnumerable<SharedLine> Progress(Actor reader, AgreementState state)
    {
        yield return new("Agreement", Words.Sentence(Words.Of(AccessPolicy.StatusFor(reader, state.Status))));
        if (state.Term is { } term)
        {
            yield return new("Signed", Words.Date(term.SignedOn));
            yield return new("Last day", Words.Date(term.LastDay));
        }

        yield return new("Conditions", $"{state.Conditions.Count(condition => condition.Status == ConditionStatus.Kept)} of {state.Conditions.Length} kept so far");
        var appointments = state.Conditions.OfType<AppointmentCondition>().Where(condition => condition.ForNeed is not { } need || !NotShared.Contains(need)).Sum(Held);
        yield return new("Meetings and sessions attended", $"{appointments}");
    }

    private static int Held(AppointmentCondition condition) => condition.Appointments.Count(one => one.Status is AppointmentStatus.Attended or AppointmentStatus.Late);
}
