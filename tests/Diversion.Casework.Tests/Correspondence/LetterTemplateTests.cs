using Diversion.Casework.Correspondence;

namespace Diversion.Casework.Tests.Correspondence;

public sealed class LetterTemplateTests
{
    private static readonly LetterLanguage Welsh = LetterLanguage.All.Single(one => one.Code == "cy");

    [Fact]
    public void Each_letter_is_there_in_every_language_or_awaits_a_translator_and_a_translation_uses_the_same_facts()
    {
        var templates = new LetterTemplates();
        var english = templates.All.Where(template => !template.Name.Contains('.')).ToList();
        Assert.Contains("victim-ending", english.Select(template => template.Name));
        foreach (var (template, language) in english.SelectMany(_ => LetterLanguage.All.Where(one => one != LetterLanguage.English), (template, language) => (template, language)))
        {
            var name = $"{language.Code}.{template.Name}";
            var translated = templates.All.FirstOrDefault(one => one.Name == name);
            Assert.True(translated is not null || templates.AllAwaited.Contains(name), $"{name} is missing. Write \"{LetterTemplates.Awaited}\" into it.");
            Assert.True(translated is null || translated.Placeholders.SetEquals(template.Placeholders), $"{name} uses other facts than {template.Name}.");
        }

        Assert.DoesNotContain(templates.AllAwaited, name => english.All(template => !name.EndsWith($".{template.Name}", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_letter_that_awaits_a_translator_is_the_English_one_and_a_translated_one_is_used()
    {
        var templates = new LetterTemplates([("a", "Subject: A\n\nHello."), ("b", "Subject: B\n\nHello."), ("cy.a", "Subject: A\n\nHelo."), ("cy.b", "Awaiting a translator.\n")]);

        Assert.Equal(("cy.a", Welsh), (templates.Of("a", Welsh).Template.Name, templates.Of("a", Welsh).Language));
        Assert.Equal(("b", LetterLanguage.English), (templates.Of("b", Welsh).Template.Name, templates.Of("b", Welsh).Language));
        Assert.Equal((true, false), (templates.IsIn("a", Welsh), templates.IsIn("b", Welsh)));
        Assert.Equal(["cy.b"], templates.AllAwaited);
    }
}
