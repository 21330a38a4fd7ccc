using Diversion.Domain.Agreements;

namespace Diversion.Web.Tests.Hosting;

/// <summary>Brings cases to the stage that a test needs, through the API.</summary>
internal static class Cases
{
    public const string Person = """{"name":"Sam Person","bornOn":"1996-04-02","district":"County Durham","address":"1 Secret Street","email":"sam@example.org","contactConsent":true}""";
    public const string Offence = """{"description":"Theft from a shop","group":"theft","committedOn":"2026-02-20","class":"eitherWay","district":"County Durham"}""";

    public static string Referral(string custody, string person = Person, string offence = Offence) =>
        $$"""{"person":{{(person == Person ? Other(custody) : person)}},"offence":{{offence}},"custodyReference":"{{custody}}"}""";

    /// <summary>Each custody reference is a different person's.</summary>
    private static string Other(string custody) => custody == "CU-1"
        ? Person
        : Person.Replace("1996-04-02", new DateOnly(1996, 4, 2).AddDays(-(custody.Aggregate(7, (sum, letter) => ((sum * 31) + letter) % 9_973) + 1)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);

    public static async Task<string> Referred(this TestApp app, string custody = "CU-1", Actor? officer = null)
    {
        var answer = await app.Post(officer ?? Staff.Officer, "/api/v1/referrals", Referral(custody));
        Assert.True(answer.Status == 201, $"refer: {answer.Status} {answer.Json}");
        return answer["agreement"].GetValue<string>();
    }

    public static async Task<string> Eligible(this TestApp app, string custody = "CU-1")
    {
        var id = await app.Referred(custody);
        await app.Assessed(id);
        await app.Do(Staff.Sergeant, id, "approve-eligibility", "{}");
        return id;
    }

    /// <summary>Everything that an approval depends on is recorded.</summary>
    public static async Task Assessed(this TestApp app, string id)
    {
        await app.Do(Staff.Officer, id, "record-facts", """{"facts":{"currentOrders":[],"coAccusedPending":false,"admission":true,"sufficientEvidence":true,"previousConvictions":0}}""");
        await app.Do(Staff.Officer, id, "record-risk", """{"tool":"OGRS","score":55.5,"toolBand":"medium","judgedBand":"medium"}""");
        await app.Do(Staff.Officer, id, "record-check", """{"check":"safeguarding","concern":false}""");
        await app.Do(Staff.Officer, id, "record-check", """{"check":"domesticAbuse","concern":false}""");
        await app.Do(Staff.Officer, id, "record-victim", """{"hasVictim":true,"name":"Vic Tim","contact":"0191 000000"}""");
        await app.Do(Staff.Officer, id, "record-victim-views", """{"views":"I want an apology","wantsRestorativeJustice":true}""");
    }

    public const string AllConditions = """
        [{"kind":"no-reoffending"},{"kind":"supervision"},{"kind":"reparation","hours":18,"provider":"Green Spaces"},
         {"kind":"restorative-justice","facilitator":{"id":"rj-1","name":"Fay Facilitator"}},{"kind":"tag-monitoring","zones":[{"kind":"exclusion","description":"High Street"}],"curfew":{"from":"21:00:00","until":"06:00:00"}},
         {"kind":"pathway","need":"drugsAndAlcohol","provider":"Green Spaces"}]
        """;

    public static async Task<string> Offered(this TestApp app, string custody = "CU-1", string conditions = AllConditions)
    {
        var id = await app.Eligible(custody);
        await app.Do(Staff.Officer, id, "make-offer", $$"""{"conditions":{{conditions}}}""");
        return id;
    }

    public static async Task<string> Signed(this TestApp app, string custody = "CU-1", string conditions = AllConditions)
    {
        var id = await app.Offered(custody, conditions);
        await app.Do(Staff.Officer, id, "sign-agreement", """{"signedOn":"2026-03-05","keyWorker":{"id":"kw-1","name":"Kit Worker","team":"north"}}""");
        return id;
    }
}
