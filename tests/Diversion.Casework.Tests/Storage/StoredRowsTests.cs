using Diversion.Casework.Access;
using Diversion.Casework.Caseload;
using Diversion.Casework.Figures;
using Diversion.Casework.Inbox;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Register;
using Diversion.Casework.Search;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Schemes;
using NodaTime;

namespace Diversion.Casework.Tests.Storage;

/// <summary>The stored form of rows: a change of it needs a rebuild, or makes rows that cannot be rebuilt unreadable.</summary>
public sealed class StoredRowsTests
{
    private static readonly Instant At = Instant.FromUtc(2026, 3, 5, 17, 0) + Duration.FromTicks(1);
    private static readonly LocalDate Day = new(2026, 7, 5);

    [Fact]
    public void Rows_are_stored_under_these_names_in_these_forms()
    {
        Stored(
            new CaseloadRow("DV-1", "Pat", AgreementStatus.Active, 1, 2, At, "rule", Day, "Kim", 0, Day, "k1", "North", "Cy", Day, "Olu", ["reparation", "pathway"], ["Housing", "Debt"]),
            "agreement=DV-1 name=Pat status=Active overdue=1 openConditions=2 nextDue=20260305T170000.0000001Z nextRule=rule lastDay=2026-07-05 worker=Kim warnings=0 chargeBy=2026-07-05 workerId=k1 workerTeam=North cover=Cy coverUntil=2026-07-05 officer=Olu conditions=reparation+pathway needs=Housing+Debt");
        Stored(new CaseloadRow("DV-1", "Pat", AgreementStatus.Active, 0, 0, Needs: []), "agreement=DV-1 name=Pat status=Active overdue=0 openConditions=0");
        Stored(
            new InboxRow("DV-1", "Pat", "breach", "breach/1", At, Day, "Kim", BreachCause.Judgement, At, "l1", "rule", At, Addressee.KeyWorker, AlertKind.Arrest, "a1", "awaited", At),
            "agreement=DV-1 name=Pat kind=breach subject=breach/1 raisedAt=20260305T170000.0000001Z chargeBy=2026-07-05 worker=Kim cause=Judgement decideBy=20260305T170000.0000001Z proposer=l1 rule=rule due=20260305T170000.0000001Z owner=KeyWorker alert=Arrest alertId=a1 answer=awaited answerUntil=20260305T170000.0000001Z");
        Stored(
            new RegisterRow("DV-1", "Pat", AgreementStatus.Breached, "checkpoint/1", "o1", "theft", At, "yes", "1", "North", RiskBand.Low, "k1", "South", "Kim", Day, Day, At),
            "agreement=DV-1 name=Pat status=Breached scheme=checkpoint/1 officer=o1 offenceGroup=theft referredAt=20260305T170000.0000001Z waitsForOutcome=yes outcomeCode=1 team=North riskBand=Low worker=k1 workerTeam=South workerName=Kim chargeBy=2026-07-05 lastDay=2026-07-05 endedAt=20260305T170000.0000001Z");
        Stored(
            new SearchRow("DV-1", "pat", "o1", "North", "k1", "South", "c1"),
            "agreement=DV-1 name=pat officer=o1 team=North worker=k1 workerTeam=South cover=c1");
        Stored(
            new FigureRow(AgreementStatus.Active, "k1", "Kim", "2026-03", "2026-03:95", 1, 2, 3, 1, 1, 2),
            "status=Active worker=k1 workerName=Kim ended=2026-03 decided=2026-03:95 late1=1 late2=2 late3=3 waitsForOutcome=1 outcomeOverdue=1 warnings=2");
        Stored(
            new AccessEntry(At, "k1", "Kim", Role.KeyWorker, "Asked by phone.", "record"),
            "at=20260305T170000.0000001Z actorId=k1 actorName=Kim role=KeyWorker reason=Asked+by+phone. what=record");
        Stored(new ReferenceRow("DV-1"), "agreement=DV-1");
        Stored(new OutboxRow("DV-1", "DV-1.2.1"), "agreement=DV-1 message=DV-1.2.1");
    }

    [Fact]
    public void A_row_that_lacks_something_is_refused_with_what_to_do()
    {
        var fault = Assert.Throws<InvalidOperationException>(() => RowOf<ReferenceRow>.Read(new TableRow("p", "r", new Dictionary<string, object>())));
        Assert.Equal("A stored ReferenceRow has no \"agreement\". Run `rebuild`: it makes the rows again from the events.", fault.Message);
    }

    [Fact]
    public void An_unknown_word_is_refused_with_what_to_do()
    {
        var properties = RowOf<AccessEntry>.Write(new AccessEntry(At, "k1", "Kim", Role.KeyWorker, "", ""));
        properties["role"] = "Wizard";
        Assert.StartsWith(
            "A stored Role has a value that this version does not know.",
            Assert.Throws<InvalidOperationException>(() => RowOf<AccessEntry>.Read(new TableRow("p", "r", properties))).Message,
            StringComparison.Ordinal);
    }

    private static void Stored<T>(T record, string expected)
        where T : class
    {
        var properties = RowOf<T>.Write(record);
        Assert.Equal(expected, string.Join(' ', properties.Select(one => $"{one.Key}={$"{one.Value}".Replace(' ', '+')}")));
        Assert.All(properties.Values, value => Assert.True(value is string or long));
        var read = RowOf<T>.Read(new TableRow("p", "r", properties));
        Assert.Equal(properties, RowOf<T>.Write(read));
    }
}
