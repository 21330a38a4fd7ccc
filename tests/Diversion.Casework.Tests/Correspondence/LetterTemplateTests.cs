using Diversion.Casework.Correspondence;

namespace Diversion.Casework.Tests.Correspondence;

public sealed class LetterTemplateTests
{
    private static readonly LetterLanguage Welsh = LetterLanguage.All.Single(one => one.Code == "cy");

    [Fact]
    public void A_translation_is_of_a_letter_in_a_language_that_is_offered_and_uses_the_same_facts()
    {
        var all = new LetterTemplates().All.ToDictionary(template => template.Name);
        Assert.Contains("victim-ending", all.Keys);
        foreach (var (name, translated) in all.Where(one => one.Key.Contains('.')))
        {
            Assert.Contains(name.Split('.')[0], LetterLanguage.All.Select(language => language.Code));
            Assert.True(translated.Placeholders.SetEquals(all[name.Split('.')[1]].Placeholders), $"{name} uses other facts than the English letter.");
        }
    }

    [Fact]
    public void A_letter_that_awaits_a_translator_is_the_English_one_and_a_translated_one_is_used()
    {
        var templates = new LetterTemplates([("a", "Subject: A\n\nHello."), ("b", "Subject: B\n\nHello."), ("cy.a", "Subject: A\n\nHelo.")]);

        Assert.Equal(("cy.a", Welsh), (templates.Of("a", Welsh).Template.Name, templates.Of("a", Welsh).Language));
        Assert.Equal(("b", LetterLanguage.English), (templates.Of("b", Welsh).Template.Name, templates.Of("b", Welsh).Language));
        Assert.Equal((true, false), (templates.IsIn("a", Welsh), templates.IsIn("b", Welsh)));
    }
}
