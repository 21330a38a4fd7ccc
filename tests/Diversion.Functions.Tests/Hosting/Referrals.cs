using Diversion.Casework.Agreements;
using Diversion.Casework.Record;
using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Diversion.Functions.Tests.Hosting;

/// <summary>Cases at their beginning.</summary>
internal static class Referrals
{
    private static readonly Actor Officer = new("o1", "Olu Officer", Role.PoliceOfficer, "north");

    public static async Task<AgreementId> Make(WorkerApp app, string custody, Duration ago = default)
    {
        var now = SystemClock.Instance.GetCurrentInstant() - ago;
        var id = AgreementIds.FromCustodyReference(custody);
        var outcome = await Execute(
            app,
            id,
            new ReferralCommand.Refer(
                id,
                new Person("Pat Participant", new LocalDate(1995, 5, 17), Sex.Female, District: "County Durham"),
                new Offence("Took goods from a shop", "theft", now.InUtc().Date.PlusDays(-7), OffenceClass.EitherWay, District: "County Durham"),
                new StaffRef("o1", "Olu Officer", "north"),
                custody) { DuplicateReason = "Another person of the same name.", By = Officer, At = now, Reason = "because" });
        Assert.IsType<Outcome.Accepted>(outcome);
        return id;
    }

    public static Task<Outcome> CheckSafeguarding(WorkerApp app, AgreementId id) => Execute(
        app, id, new ReferralCommand.RecordCheck(CheckKind.Safeguarding, false) { By = Officer, At = SystemClock.Instance.GetCurrentInstant(), Reason = "because" });

    private static async Task<Outcome> Execute(WorkerApp app, AgreementId id, AgreementCommand command) =>
        await app.Services.GetRequiredService<CaseworkService>().Execute(id, command);
}
