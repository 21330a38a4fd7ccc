namespace Diversion.Journeys.Tests.Checks;

/// <summary>The checks find what they are meant to find.</summary>
public sealed class CheckTests
{
    [Theory]
    [InlineData("Status: BreachReview")]
    [InlineData("Due on 2026-12-07")]
    [InlineData("Due on 2026-12-07T10:00:00Z")]
    [InlineData("Case 3f2504e0-4f89-11d3-9a0c-0305e82c3301")]
    [InlineData("Key worker demo-kw-1")]
    [InlineData("A term of P4M")]
    [InlineData("Next: record-attendance")]
    [InlineData("Hello {0}")]
    [InlineData("Community safety: True")]
    [InlineData("Need: drugsAndAlcohol")]
    [InlineData("Tag: strap_cut")]
    [InlineData("1 days left")]
    [InlineData("within 1 working days")]
    [InlineData("It was done.. Go on")]
    [InlineData("A evidence is awaited")]
    [InlineData("An meeting was missed")]
    [InlineData("Ask Priya Nair .")]
    [InlineData("Wearside Works ()")]
    public void A_name_of_the_program_is_seen(string text) => Assert.NotEmpty(WordCheck.Of(text));

    [Theory]
    [InlineData("Grace McAllister, DV-A91KK-0S7KD, 10:30am on 7 December 2026")]
    [InlineData("Keyboard alone, and without JavaScript")]
    [InlineData("Priya Nair, demo-kw-1@example.org")]
    [InlineData("The domestic-abuse check is either-way a follow-up")]
    [InlineData("Once a year, for an hour, 1 working day left, 11 days after it; 3.1 days, 21 people, and 7, 3, 1 days before")]
    public void Words_for_people_are_accepted(string text) => Assert.Empty(WordCheck.Of(text));

    [Theory]
    [InlineData("<!DOCTYPE html><html lang=en><title>x</title><body><p>One</b></p></body></html>")]
    [InlineData("<!DOCTYPE html><html lang=en><title>x</title><body><div id=a id=b></div></body></html>")]
    [InlineData("<!DOCTYPE html><html lang=en><title>x</title><body><table><p>Lost</p></table></body></html>")]
    public void Invalid_markup_is_found(string html) => Assert.NotEmpty(MarkupCheck.OfSource(html));
}
