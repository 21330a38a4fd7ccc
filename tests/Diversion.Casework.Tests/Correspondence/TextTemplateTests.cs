using System.Text.RegularExpressions;
using Diversion.Casework.Correspondence;
using Diversion.Casework.Streams;
using Diversion.Domain.Schemes;
using Diversion.Domain.Time;
using NodaTime;

namespace Diversion.Casework.Tests.Correspondence;

/// <summary>What holds of every text message that there is.</summary>
public sealed class TextTemplateTests
{
    /// <summary>What a flatmate who sees the screen must not learn, in English and Welsh.</summary>
    private static readonly string[] Never =
    [
        "police", "officer", "offence", "offend", "crim", "arrest", "court", "charge", "caution", "custody", "justice", "probation", "programme", "scheme", "checkpoint",
        "diversion", "turning", "agreement", "condition", "breach", "warning", "supervis", "unpaid", "reparation", "payback", "tag", "curfew", "victim", "drug", "alcohol", "drink",
        "mental", "health", "debt", "therap", "treatment", "course", "worker", "key ", "risk", "prison", "sentence",
        "heddlu", "swyddog", "trosedd", "arest", "llys", "cyhudd", "rhybudd", "dalfa", "cyfiawnder", "prawf", "rhaglen", "cynllun", "cytundeb", "amod", "goruchwyl",
        "di-dâl", "iawn i", "cyrffyw", "dioddef", "cyffur", "alcohol", "iechyd", "dyled", "triniaeth", "cwrs", "gweithiwr", "carchar", "dedfryd",
    ];

    /// <summary>A Wednesday in September at ten past ten: the longest names of day, month and time.</summary>
    private static readonly Instant Longest = WorkingCalendar.At(new LocalDate(2026, 9, 23), new LocalTime(22, 10));

    private static readonly TextRenderer Renderer = new();

    public static TheoryData<string> Names => [.. Renderer.Templates.Select(template => template.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void With_the_longest_facts_and_with_the_fewest_it_is_one_message_in_the_gsm_alphabet(string name)
    {
        foreach (var phone in new[] { null, "0191 498 0001", "+44 (0) 191 498 0001 ext 123456" })
        {
            var body = Body(name, phone);
            Assert.InRange(TextLength.InGsm(body) ?? int.MaxValue, 1, TextLength.MostGsm);
            Assert.DoesNotContain("{{", body, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_ordinary_number_to_ring_is_always_in_it(string name) => Assert.Contains("0191 498 0001", Body(name, "0191 498 0001"), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Names))]
    public void No_wording_of_it_tells_what_a_flatmate_should_not_read(string name)
    {
        foreach (var wording in Renderer.Templates.Single(template => template.Name == name).Wordings)
        {
            Assert.All(Never, word => Assert.DoesNotContain(word, wording, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void In_welsh_it_needs_the_same_facts(string name)
    {
        if (!name.StartsWith("cy.", StringComparison.Ordinal))
        {
            Assert.Equal(Facts(name), Facts($"cy.{name}"));
        }
    }

    [Fact]
    public void A_number_that_would_make_two_messages_is_left_out()
    {
        var body = Body("appointment-moved", "+44 (0) 191 498 0001 ext 123456");
        Assert.EndsWith("at 10:10pm.", body, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_day_and_month_is_in_the_gsm_alphabet_in_both_languages()
    {
        for (var day = 0; day < 366; day++)
        {
            var at = WorkingCalendar.At(new LocalDate(2026, 1, 1).PlusDays(day), new LocalTime(9, 5));
            Assert.All(LetterLanguage.All, language => Assert.NotNull(TextLength.InGsm(TextDates.Day(at, language) + TextDates.Time(at, language))));
        }

        Assert.Equal("ddydd Mercher 23 Medi 22:10", $"{TextDates.Day(Longest, LetterLanguage.Welsh)} {TextDates.Time(Longest, LetterLanguage.Welsh)}");
    }

    [Theory]
    [InlineData("Welsh", "cy")]
    [InlineData("Cymraeg", "cy")]
    [InlineData("welsh first, some English", "cy")]
    [InlineData("Polish", "en")]
    [InlineData(null, "en")]
    public void The_language_is_the_one_that_the_person_speaks_if_there_is_a_text_in_it(string? spoken, string code) => Assert.Equal(code, LetterLanguage.Of(spoken).Code);

    private static string[] Facts(string name) =>
        [.. Renderer.Templates.Single(template => template.Name == name).Wordings.SelectMany(wording => Regex.Matches(wording, @"\{\{(?<name>\w+)\}\}", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(match => match.Groups["name"].Value)).Distinct().Order(StringComparer.Ordinal)];

    private static string Body(string name, string? phone)
    {
        var language = name.StartsWith("cy.", StringComparison.Ordinal) ? LetterLanguage.Welsh : LetterLanguage.English;
        var facts = new Dictionary<string, string>
        {
            ["day"] = TextDates.Day(Longest, language),
            ["time"] = TextDates.Time(Longest, language),
            ["oldDay"] = TextDates.Day(Longest, language),
            ["count"] = "40",
            ["oldTime"] = TextDates.Time(Longest, language),
            ["until"] = TextDates.By(Longest, language),
            ["link"] = "https://diversion.example.org/my-page/start/AAAAAAAAAAAAAAAAAAAAAA",
            ["left"] = TextDates.Length((23 * 60) + 55, language),
        };
        if (phone is not null)
        {
            facts["phone"] = phone;
        }

        return Renderer.Render(new OutgoingMessage.Text("DV-7K3M9-2QX4P.12.1", "+447700900123", name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..], facts, language.Code, new TextRules())).Body;
    }
}
