using System.Text.Json;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Term;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Diversion.Casework.Tests.Correspondence;

public sealed class NoticeTests
{
    [Fact]
    public void Each_step_of_a_case_is_published_under_its_own_type() => Assert.Equal(
        [
            "breach-decided", "breach-proposed", "breached", "checks-requested", "completed", "declined", "discontinued", "eligible", "extended",
            "key-worker-changed", "lapsed", "not-eligible", "offered", "referred", "signed", "tag-removal-due", "taken-back", "transferred-in", "transferred-out", "varied", "warned",
        ],
        LifeOfACase.EveryMessage().OfType<OutgoingMessage.Notice>()
            .Select(notice => notice.Type["uk.diversion.agreement.".Length..^".v1".Length])
            .Distinct()
            .Order());

    [Fact]
    public void A_notice_names_the_agreement_its_event_its_scheme_and_its_status()
    {
        var file = CaseFile.Running();
        var notice = file.Notice("signed");

        Assert.Equal(("DV-7K3M9-2QX4P.10.1", "DV-7K3M9-2QX4P", file.Now), (notice.Id, notice.Subject, notice.Time));
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["agreement"] = "DV-7K3M9-2QX4P",
                ["eventNumber"] = "10",
                ["scheme"] = "checkpoint/1",
                ["status"] = "active",
                ["lastDay"] = "2026-07-02",
                ["endsAt"] = "2026-07-02T23:00:00Z",
            },
            notice.Data);
    }

    [Fact]
    public void A_completed_case_says_outcome_22() => Assert.Equal(
        "22", CaseFile.Running(new ConditionTerms.NoReoffending()).Until(CaseFile.At(new(2026, 7, 3), 1)).Notice("completed").Data["outcomeCode"]);

    [Fact]
    public void Ids_are_unique_and_the_same_each_time()
    {
        var ids = CaseFile.Running().AllSent.Select(message => message.Id).ToArray();

        Assert.Equal(ids.Distinct(), ids);
        Assert.Equal(ids, CaseFile.Running().AllSent.Select(message => message.Id));
    }

    [Fact]
    public void An_event_without_messages_sends_nothing() =>
        Assert.Empty(CaseFile.Running().Do(new TermCommand.AddNote("A private note"), Role.KeyWorker).Sent);

    /// <summary>A name that is long and unusual enough not to be one of our own words by chance.</summary>
    [Property(MaxTest = 25)]
    public Property No_notice_holds_personal_data() => Prop.ForAll(
        ArbMap.Default.ArbFor<PositiveInt>(),
        seed =>
        {
            var secret = $"Qz{seed.Get:x8}xW";
            var person = CaseFile.Jordan with
            {
                Name = $"{secret} Name{secret}", Address = $"{secret} Street", Ward = secret, Email = $"{secret}@x.example", Phone = $"07700 9{seed.Get % 100_000:D5}", Ethnicity = "B2",
                BornOn = CaseFile.Jordan.BornOn.PlusDays(seed.Get % 365),
            };
            string[] never =
            [
                secret, $"{person.BornOn:uuuu-MM-dd}", "Verity", "Harmed", "afraid", "whisky", "theft", "assault", "Mallard", "Clean Slate", "drugs", "device-9", "arrest", "n-1",
                "kit@", "olive@", "lee@", CaseFile.Worker.Id, CaseFile.Officer.Id, CaseFile.Lead.Id, "Kit", "Olive",
            ];
            var written = JsonSerializer.Serialize(LifeOfACase.EveryMessage(person).OfType<OutgoingMessage.Notice>());
            return never.All(text => !written.Contains(text, StringComparison.OrdinalIgnoreCase));
        });
}
