using Diversion.Web.Tests.Hosting;

namespace Diversion.Web.Tests;

/// <summary>
/// Who may do what, written out by hand from the programme's table of roles, not taken from the code. An allowed role is
/// let through to the command's own rules; any other gets 403 whatever the body says.
/// </summary>
public sealed class RoleTests
{
    /// <summary>Command, who may send it, a body that can be read.</summary>
    private static readonly (string Command, string May, string Body)[] Commands =
    [
        ("amend-referral", "officer sergeant", $$"""{"person":{{Cases.Person}},"offence":{{Cases.Offence}},"reason":"Wrong spelling."}"""),
        ("add-offence", "officer sergeant", $$"""{"offence":{{Cases.Offence}}}"""),
        ("correct-offence", "officer sergeant", $$"""{"number":2,"offence":{{Cases.Offence}},"reason":"Wrong date."}"""),
        ("remove-offence", "officer sergeant", """{"number":2,"reason":"By mistake."}"""),
        ("take-offence-in", "lead", $$"""{"offence":{{Cases.Offence}},"participantAgreed":true,"reason":"Told us."}"""),
        ("record-check", "officer sergeant worker manager lead", """{"check":"safeguarding","concern":false}"""),
        ("record-circumstances", "officer sergeant worker manager lead", """{"circumstances":{"language":"Polish"}}"""),
        ("record-staff-risk", "officer sergeant worker manager", """{"risk":"Two people meet him."}"""),
        ("change-contact", "officer sergeant worker manager lead", """{"contact":{"contactConsent":true,"phone":"07700 900982"}}"""),
        ("record-facts", "officer sergeant", """{"facts":{"admission":true}}"""),
        ("record-risk", "officer sergeant", """{"judgedBand":"medium"}"""),
        ("override-risk", "sergeant", """{"band":"medium","reason":"Known to us."}"""),
        ("approve-eligibility", "sergeant", "{}"),
        ("find-not-eligible", "officer sergeant", """{"reason":"Too old an offence."}"""),
        ("allocate-arm", "officer sergeant lead", """{"researchConsent":true}"""),
        ("leave-out-of-trial", "lead", """{"reason":"Not one of those."}"""),
        ("record-crossover", "officer sergeant lead", """{"received":"control","on":"2026-03-05","reason":"Asked for it."}"""),
        ("record-research-consent", "officer sergeant worker manager lead", """{"given":false}"""),
        ("record-needs", "officer sergeant worker manager lead", """{"needs":["health"]}"""),
        ("record-unmet-need", "officer sergeant worker manager lead", """{"need":"health","because":"tooFar"}"""),
        ("meet-unmet-need", "officer sergeant worker manager lead", """{"number":1}"""),
        ("record-goals", "officer sergeant worker manager lead", """{"goals":["A job"]}"""),
        ("book-visit", "officer sergeant worker manager lead", """{"service":"housing","startsAt":"2026-03-09T10:00:00Z"}"""),
        ("cancel-visit", "officer sergeant worker manager lead", """{"number":1,"reason":"Ill."}"""),
        ("record-visit", "officer sergeant worker manager lead", """{"number":1,"came":true}"""),
        ("record-victim", "officer sergeant manager facilitator", """{"victim":1,"hasVictim":true,"name":"Vic Tim"}"""),
        ("remove-victim", "officer sergeant", """{"victim":2,"reason":"A slip."}"""),
        ("record-victim-views", "officer sergeant manager facilitator", """{"views":"Sorry is enough"}"""),
        ("refer-victim-to-support", "officer sergeant manager facilitator", """{"how":"telephone"}"""),
        ("tell-victim", "officer sergeant manager facilitator", """{"news":"decision","how":"telephone"}"""),
        ("record-victim-request", "officer sergeant manager", """{"kind":"complaint","about":"Nobody called","decider":"Sergeant Sam Stone"}"""),
        ("acknowledge-victim-request", "officer sergeant manager", """{"request":1,"how":"letter"}"""),
        ("answer-victim-request", "officer sergeant manager", """{"request":1,"outcome":"withdrawn","how":"letter","reason":"They let it rest."}"""),
        ("record-victim-satisfaction", "officer sergeant manager facilitator", """{"answers":true,"informed":4}"""),
        ("opt-victim-out", "officer sergeant manager facilitator", """{"said":"Let it rest"}"""),
        ("opt-victim-in", "officer sergeant manager facilitator", "{}"),
        ("make-offer", "officer sergeant", """{"conditions":[{"kind":"no-reoffending"}]}"""),
        ("withdraw-offer", "officer sergeant", """{"reason":"A mistake."}"""),
        ("decline-offer", "officer sergeant", """{"reason":"Does not want it."}"""),
        ("sign-agreement", "officer sergeant", """{"signedOn":"2026-03-05","keyWorker":{"id":"kw-1","name":"Kit Worker","team":"north"}}"""),
        ("schedule-appointment", "provider worker manager lead", """{"conditionId":"reparation","appointmentId":"s-1","startsAt":"2026-03-09T10:00:00Z","minutes":60}"""),
        ("schedule-series", "provider worker manager lead", """{"conditionId":"reparation","appointments":[{"id":"s-7","startsAt":"2026-03-16T10:00:00Z"},{"id":"s-8","startsAt":"2026-03-23T10:00:00Z"}],"minutes":60}"""),
        ("reschedule-appointment", "provider worker manager lead", """{"conditionId":"reparation","appointmentId":"s-1","newAppointmentId":"s-2","startsAt":"2026-03-09T10:00:00Z","minutes":60,"reason":"Asked."}"""),
        ("record-absence-notice", "provider worker manager lead", """{"conditionId":"reparation","appointmentId":"s-1","how":"telephone","givenAt":"2026-03-05T09:00:00Z","said":"Ill."}"""),
        ("record-attendance", "provider worker manager lead", """{"conditionId":"reparation","appointmentId":"s-1","attendance":"attended"}"""),
        ("record-evidence", "worker manager lead", """{"conditionId":"reparation","appointmentId":"s-1","acceptable":true}"""),
        ("correct-attendance", "worker manager lead", """{"conditionId":"reparation","appointmentId":"s-1","attendance":"attended","reason":"Misread."}"""),
        ("excuse-period", "worker manager lead", """{"conditionId":"supervision","period":1,"reason":"Snow."}"""),
        ("arrange-placement", "provider worker manager lead", """{"conditionId":"reparation","projectId":"p-1","project":"Park","communitySafety":false,"startsOn":"2026-03-09"}"""),
        ("record-victim-contact", "facilitator worker manager lead", """{"conditionId":"restorative-justice","on":"2026-03-05"}"""),
        ("record-victim-answer", "facilitator worker manager lead", """{"conditionId":"restorative-justice","accepts":true,"process":"letter"}"""),
        ("record-victim-withdrawal", "facilitator worker manager lead", """{"conditionId":"restorative-justice"}"""),
        ("record-preparation", "facilitator worker manager lead", """{"conditionId":"restorative-justice","on":"2026-03-05"}"""),
        ("record-restorative-outcome", "facilitator worker manager lead", """{"conditionId":"restorative-justice","process":"letter","on":"2026-03-05"}"""),
        ("record-tag-consent", "worker manager lead", """{"conditionId":"tag-monitoring"}"""),
        ("withdraw-tag-consent", "worker manager lead", """{"conditionId":"tag-monitoring"}"""),
        ("record-tag-fitted", "worker manager lead", """{"conditionId":"tag-monitoring","deviceId":"d-1","on":"2026-03-05"}"""),
        ("receive-tag-event", "feed worker manager lead", """{"conditionId":"tag-monitoring","tagEventId":"te-1","event":"tamper","occurredAt":"2026-03-05T09:00:00Z"}"""),
        ("review-tag-event", "worker manager lead", """{"conditionId":"tag-monitoring","tagEventId":"te-1","finding":"explained"}"""),
        ("confirm-tag-removed", "worker manager lead", """{"conditionId":"tag-monitoring","on":"2026-03-05"}"""),
        ("send-pathway-referral", "worker manager lead", """{"conditionId":"pathway"}"""),
        ("accept-pathway-referral", "provider worker manager lead", """{"conditionId":"pathway"}"""),
        ("decline-pathway-referral", "provider worker manager lead", """{"conditionId":"pathway","reason":"Full."}"""),
        ("record-contact-attempt", "provider worker manager lead", """{"conditionId":"pathway","way":"call","result":"noAnswer","triedAt":"2026-03-05T10:00:00Z"}"""),
        ("decide-contact", "worker manager lead", """{"conditionId":"pathway","next":"tryAgain","reason":"She has a new number."}"""),
        ("record-pathway-assessment", "provider worker manager lead", """{"conditionId":"pathway","point":"start","score":3}"""),
        ("close-pathway", "provider worker manager lead", """{"conditionId":"pathway","completed":true}"""),
        ("record-payment", "worker manager lead", """{"conditionId":"compensation","paymentId":"p-1","amount":"20","on":"2026-03-05","receipt":"Receipt 7"}"""),
        ("take-back-payment", "worker manager lead", """{"conditionId":"compensation","paymentId":"p-1","reason":"Not paid."}"""),
        ("record-victim-on-work", "officer sergeant worker manager lead", """{"conditionId":"reparation","wants":false}"""),
        ("book-course", "provider worker manager lead", """{"conditionId":"reparation","startsOn":"2026-03-12"}"""),
        ("record-donation", "worker manager lead", """{"conditionId":"donation","on":"2026-03-05","receipt":"Receipt 9"}"""),
        ("take-back-donation", "worker manager lead", """{"conditionId":"donation","reason":"Not made."}"""),
        ("record-letter-written", "worker manager lead", """{"conditionId":"letter-of-apology","on":"2026-03-05"}"""),
        ("check-letter", "worker manager lead", """{"conditionId":"letter-of-apology","on":"2026-03-05","fit":true}"""),
        ("record-letter-end", "worker manager lead", """{"conditionId":"letter-of-apology","on":"2026-03-05","end":"kept"}"""),
        ("receive-custody-notice", "feed worker manager lead officer sergeant", """{"noticeId":"n-1","notice":"arrest","occurredOn":"2026-03-05"}"""),
        ("record-handover", "worker manager lead", """{"meeting":"withPerson","on":"2026-03-05"}"""),
        ("change-key-worker", "manager lead", """{"keyWorker":{"id":"kw-1","name":"Kit Worker","team":"north"},"reason":"Leave."}"""),
        ("cover-case", "manager lead", """{"worker":{"id":"kw-9","name":"Kay New","team":"north"},"until":"2026-03-20","reason":"Leave."}"""),
        ("end-cover", "manager lead", "{}"),
        ("read-partner-notes", "worker manager lead", """{"conditionId":"pathway"}"""),
        ("review-custody-notice", "officer sergeant", """{"noticeId":"n-1","reason":"Read."}"""),
        ("settle-arrest", "lead", """{"noticeId":"n-1","reason":"Nothing more is awaited."}"""),
        ("vary-agreement", "lead", """{"remove":["pathway"],"participantAgreed":true,"reason":"Moved on."}"""),
        ("waive-condition", "lead", """{"conditionId":"pathway","reason":"No place."}"""),
        ("substitute-condition", "lead", """{"conditionId":"pathway","replacement":{"kind":"pathway","need":"health","provider":"Green Spaces"},"participantAgreed":true,"reason":"Better."}"""),
        ("fail-condition", "worker manager lead", """{"conditionId":"pathway","cause":"service","reason":"Closed."}"""),
        ("extend-term", "lead", """{"lastDay":"2026-07-12","participantAgreed":true,"reason":"Ill."}"""),
        ("discontinue", "lead", """{"cause":"moved","reason":"Abroad."}"""),
        ("add-note", "officer sergeant worker manager lead", """{"text":"Called."}"""),
        ("record-failure", "worker manager lead", """{"failureId":"f-1","reason":"Abuse of staff."}"""),
        ("record-answer", "worker manager lead", """{"news":"warning-1","how":"inPerson","answeredAt":"2026-03-05T10:00:00Z","said":"I was there."}"""),
        ("accept-case", "manager lead", """{"keyWorker":{"id":"kw-2","name":"Kim Other","team":"south"}}"""),
        ("decline-case", "manager lead", """{"reason":"We are full."}"""),
        ("pass-to-team", "manager lead", """{"team":"south","reason":"He moved."}"""),
        ("stop-passing", "manager lead", "{}"),
        ("arrange-courtesy-supervision", "worker manager lead", """{"organisation":"Another force","contact":"Nell","from":"2026-03-05","until":"2026-05-05","reviewOn":"2026-03-20","what":"They meet him."}"""),
        ("review-courtesy-supervision", "worker manager lead", """{"said":"He comes."}"""),
        ("end-courtesy-supervision", "worker manager lead", """{"reason":"He is back."}"""),
        ("transfer-out", "lead", """{"organisation":"Another force","contact":"Nell","reason":"He moved."}"""),
        ("take-back", "lead", """{"reason":"They are full."}"""),
        ("confirm-transfer", "lead", """{"confirmedBy":"Nell North"}"""),
        ("record-complaint", "officer sergeant worker manager lead", """{"from":"person","how":"telephone","madeAt":"2026-03-05T10:00:00Z","about":"somethingElse","what":"It took too long."}"""),
        ("acknowledge-complaint", "sergeant manager lead", """{"number":1,"how":"letter","toldAt":"2026-03-05T10:00:00Z"}"""),
        ("answer-complaint", "sergeant manager lead", """{"number":1,"result":"upheld","how":"letter","toldAt":"2026-03-05T10:00:00Z","said":"We are sorry."}"""),
        ("record-access-request", "officer sergeant worker manager lead", """{"receivedOn":"2026-03-05","what":"All of it."}"""),
        ("record-correction-request", "officer sergeant worker manager lead", """{"receivedOn":"2026-03-05","what":"I never lived there."}"""),
        ("extend-data-request", "lead", """{"number":1,"reason":"There is much to read."}"""),
        ("mark-passage", "lead", """{"number":1,"words":"Val","ground":"anotherPerson"}"""),
        ("answer-access-request", "lead", """{"number":1,"result":"given","on":"2026-03-05","said":"By post."}"""),
        ("answer-correction-request", "lead", """{"number":2,"result":"corrected","on":"2026-03-05","said":"The address."}"""),
        ("plan-continuation", "worker manager lead", """{"what":"Drop-in","with":"Harbour"}"""),
        ("agree-exit-plan", "worker manager lead", """{"on":"2026-03-05","caller":"Kit"}"""),
        ("record-warm-handover", "worker manager lead", """{"number":1,"on":"2026-03-05","who":"Jo"}"""),
        ("record-follow-up-call", "worker manager lead", """{"weeks":4,"result":"reached","on":"2026-03-05"}"""),
        ("remove-continuation", "worker manager lead", """{"number":1,"reason":"It has closed."}"""),
        ("match-mentor", "worker manager lead", """{"mentor":{"id":"pr-3","name":"Nia Nurse"},"organisation":"Clear Start"}"""),
        ("log-mentor-meeting", "provider", """{"number":1,"how":"met","on":"2026-03-05"}"""),
        ("end-mentoring", "provider worker manager lead", """{"number":1,"cause":"personSaysSo"}"""),
        ("offer-health-check", "worker manager lead", """{"provider":"Clear Start"}"""),
        ("answer-health-check", "provider worker manager lead", """{"accepted":true}"""),
        ("record-health-check", "provider worker manager lead", """{"on":"2026-03-05"}"""),
        ("refer-onward", "provider", """{"kind":"doctor","on":"2026-03-05"}"""),
        ("record-onward-outcome", "provider", """{"number":1,"outcome":"takenUp"}"""),
        ("stop-own-page", "worker manager lead", "{}"),
        ("withdraw-complaint", "sergeant manager lead", """{"number":1,"reason":"He rang."}"""),
        ("decide-contest", "sergeant lead", """{"news":"warning-1","decision":"upheld","reason":"He was not there."}"""),
        ("withdraw-warning", "worker manager lead", """{"number":1,"reason":"Misread."}"""),
        ("record-violence", "officer sergeant worker manager lead", """{"incidentId":"i-1","occurredOn":"2026-03-05","reason":"Assault."}"""),
        ("propose-breach", "worker manager lead", """{"reason":"Gone."}"""),
        ("record-case-outcome", "officer sergeant lead", """{"result":"charged","code":"1","on":"2026-03-05"}"""),
        ("decide-breach", "lead", """{"decision":"continue","reason":"Another chance."}"""),
        ("record-reoffence", "lead analyst", """{"source":"CRI/9","offenceOn":"2026-03-06","outcome":"open"}"""),
        ("remove-reoffence", "lead analyst", """{"number":1,"reason":"Of somebody else."}"""),
        ("record-search", "lead analyst", """{"until":"2026-03-05"}"""),
        ("record-departure", "lead analyst", """{"cause":"movedAbroad","on":"2026-03-05"}"""),
        ("remove-departure", "lead analyst", """{"reason":"He is here."}"""),
        ("record-custody-time", "lead analyst", """{"from":"2026-03-05"}"""),
        ("remove-custody-time", "lead analyst", """{"from":"2026-03-05","reason":"Somebody else."}"""),
        ("remove-document", "lead", """{"documentId":"d-1","reason":"Not his."}"""),
        ("hold-record", "lead", """{"cause":"inquiry","reason":"IOPC."}"""),
        ("lift-hold", "lead", """{"number":1,"reason":"It is over."}"""),
        ("keep-longer", "lead", """{"until":"2030-03-05","reason":"A claim."}"""),
        ("erase-record", "lead", """{"ground":"personAsked"}"""),
        ("acknowledge-alert", "lead", """{"alertId":"alert-1"}"""),
    ];

    /// <summary>Address and who may read it, with the tests' case in place of {id}.</summary>
    private static readonly (string Address, string May)[] Questions =
    [
        ("/api/v1/agreements/{id}", "officer sergeant worker manager lead provider facilitator"),
        ("/api/v1/agreements/{id}/timeline", "officer sergeant worker manager lead"),
        ("/api/v1/agreements/{id}/breach-file", "officer sergeant manager lead"),
        ("/api/v1/agreements/{id}/access-log", "sergeant lead"),
        ("/api/v1/agreements/{id}/subject-access/1", "lead"),
        ("/api/v1/agreements/{id}/messages", "worker manager lead"),
        ("/api/v1/agreements/{id}/documents", "officer sergeant worker manager lead provider facilitator"),
        ("/api/v1/caseload", "officer sergeant worker manager lead provider facilitator"),
        ("/api/v1/caseload?worker=kw-9", "manager lead"),
        ("/api/v1/register", "officer sergeant worker manager lead analyst"),
        ("/api/v1/inbox", "lead"),
        ("/api/v1/keeping", "lead"),
        ("/api/v1/system", "lead"),
        ("/api/v1/keeping/destroyed", "lead"),
        ("/api/v1/offence-codes?find=theft", "officer sergeant lead"),
        ("/api/v1/follow-up", "lead analyst"),
        ("/api/v1/schemes", "officer sergeant worker manager lead provider facilitator analyst panel supervisor feed"),
        ("/api/v1/schemes/checkpoint/1", "officer sergeant worker manager lead provider facilitator analyst panel supervisor feed"),
        ("/api/v1/programme/statistics", "sergeant lead analyst"),
        ("/api/v1/trials", "lead analyst"),
    ];

    private static readonly (string Address, string May, string Body)[] Posts =
    [
        ("/api/v1/referrals", "officer sergeant", Cases.Referral("CU-roles")),
        ("/api/v1/eligibility/dry-run", "officer sergeant lead", "{}"),
        ("/api/v1/tag-events", "feed", """{"items":[]}"""),
        ("/api/v1/custody-notices", "feed", """{"items":[]}"""),
    ];

    public static TheoryData<string> Roles => [.. Staff.All.Keys];

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Every_command_takes_only_its_roles(string role)
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        await app.Do(Staff.Worker, id, "offer-health-check", $$"""{"provider":"{{Staff.Provider.Organisation}}"}""");
        await app.Do(Staff.Worker, id, "answer-health-check", """{"accepted":true}""");
        await app.Do(Staff.Worker, id, "match-mentor", $$"""{"mentor":{"id":"{{Staff.Provider.Id}}","name":"Pat"},"organisation":"{{Staff.Provider.Organisation}}"}""");
        foreach (var (command, may, body) in Commands)
        {
            var answer = await app.Post(Staff.All[role], $"/api/v1/agreements/{id}/{command}", body);
            if (may.Split(' ').Contains(role))
            {
                // Let through: done, or refused for a reason of its own.
                Assert.True(answer.Status is 200 or 404 or 409 or 422, $"{role} {command}: {answer.Status} {answer.Json}");
            }
            else
            {
                Assert.True(answer.Status == 403, $"{role} {command}: {answer.Status} {answer.Json}");
                Assert.Contains(answer.Code, new[] { "role-not-permitted", "not-your-case" });
            }
        }
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Every_question_is_answered_only_to_its_roles(string role)
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        await app.Do(Staff.Worker, id, "record-access-request", """{"receivedOn":"2026-03-05"}""");
        await app.Do(Staff.Worker, id, "propose-breach", """{"reason":"Gone for weeks."}""");
        foreach (var (address, may) in Questions)
        {
            var answer = await app.Get(Staff.All[role], address.Replace("{id}", id, StringComparison.Ordinal));
            Assert.True(answer.Status == (may.Split(' ').Contains(role) ? 200 : 403), $"{role} {address}: {answer.Status} {answer.Json}");
        }

        foreach (var (address, may, body) in Posts)
        {
            var answer = await app.Post(Staff.All[role], address, body);
            var allowed = may.Split(' ').Contains(role);
            Assert.True(allowed ? answer.Status is 200 or 201 : answer.Status == 403, $"{role} {address}: {answer.Status} {answer.Json}");
        }
    }

    [Fact]
    public async Task Nobody_gets_anything_without_a_token()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Referred();
        foreach (var address in Questions.Select(question => question.Address).Append("/api/v1/inbox/stream"))
        {
            var answer = await app.Get(null, address.Replace("{id}", id, StringComparison.Ordinal));
            Assert.Equal((401, "not-signed-in", "application/problem+json"), (answer.Status, answer.Code, answer.MediaType));
        }

        foreach (var address in Posts.Select(post => post.Address).Concat(Commands.Select(command => $"/api/v1/agreements/{id}/{command.Command}")))
        {
            Assert.Equal((401, "not-signed-in"), (await app.Post(null, address, "{}")) is var answer ? (answer.Status, answer.Code) : default);
        }
    }

    [Fact]
    public async Task People_of_other_teams_and_organisations_do_not_touch_the_case()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        var note = """{"text":"Called."}""";
        Assert.Equal("not-your-case", (await app.Post(Staff.OtherOfficer, $"/api/v1/agreements/{id}/add-note", note)).Code);
        Assert.Equal("not-your-case", (await app.Post(Staff.OtherWorker, $"/api/v1/agreements/{id}/add-note", note)).Code);
        Assert.Equal("not-your-case", (await app.Post(Staff.OtherProvider, $"/api/v1/agreements/{id}/accept-pathway-referral", """{"conditionId":"pathway"}""")).Code);
        Assert.Equal("not-your-case", (await app.Post(Staff.OtherFacilitator, $"/api/v1/agreements/{id}/record-victim-contact", """{"conditionId":"restorative-justice","on":"2026-03-05"}""")).Code);
        Assert.Equal("record-not-for-role", (await app.Get(Staff.OtherProvider, $"/api/v1/agreements/{id}")).Code);
        Assert.Equal("record-not-for-role", (await app.Get(Staff.OtherFacilitator, $"/api/v1/agreements/{id}")).Code);
        Assert.Equal("record-not-for-role", (await app.Get(Staff.OtherOfficer, $"/api/v1/agreements/{id}/breach-file")).Code);
    }
}
