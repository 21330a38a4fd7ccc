using Diversion.Casework.Scrutiny;

namespace Diversion.Casework.Tests.Scrutiny;

/// <summary>What is taken out of the texts that a scrutiny panel reads.</summary>
public sealed class FreeTextCheckTests
{
    private static readonly FreeTextCheck Check = new(
        ["José O’Brien-Smith", "Li Wei", "Rose West", "Joey", "Olive Officer"],
        ["DV-7K3M9-2QX4P", "14 Mill Lane, Langley Moor", "0191 496 0123", "CU/2026/77", "ward of Deerness"]);

    [Theory]
    [InlineData("José said no.", "José")]
    [InlineData("jose SAID no.", "jose")]
    [InlineData("Mr O'Brien and Mrs Smith came.", "Smith")]
    [InlineData("Mr O'Brien and Mrs Smith came.", "Brien")]
    [InlineData("OBRIENSMITH ran.", "OBRIEN")]
    [InlineData("JoseObrien ran.", "Jose")]
    [InlineData("The Smiths’ flat; Smith's dog.", "Smith")]
    [InlineData("S m i t h came.", "m i t h")]
    [InlineData("S.M.I.T.H came.", "M.I.T.H")]
    [InlineData("Sm\u200Bith came, Sm\u00ADith too.", "ith")]
    [InlineData("Ｓｍｉｔｈ came.", "Ｓｍｉｔｈ")]
    [InlineData("Sm\u0456th came with a Cyrillic letter.", "th came")]
    [InlineData("Rosé at West.", "West")]
    [InlineData("Li told Wei.", "Wei")]
    [InlineData("aka Joey", "Joey")]
    [InlineData("smith_jose", "smith")]
    [InlineData("See DV-7K3M9-2QX4P or dv-7k3m9-2qx4p.", "7k3m9")]
    [InlineData("He lives at 14 mill lane.", "mill")]
    [InlineData("Round the corner in Langley Moor, DH7 8LL.", "DH7")]
    [InlineData("Round the corner in Langley Moor, DH7 8LL.", "Langley")]
    [InlineData("Deerness was dark.", "Deerness")]
    [InlineData("She stays at 3 Old Elm Road.", "Elm")]
    [InlineData("PNC 20/9N, 1998/0012345K, SF05/482703J.", "9N")]
    [InlineData("PNC 20/9N, 1998/0012345K, SF05/482703J.", "482703")]
    [InlineData("Ring 07700 900123, +44 (0)191 496-0123 or 01914960123.", "900")]
    [InlineData("Ring 07700 900123, +44 (0)191 496-0123 or 01914960123.", "496")]
    [InlineData("٠٧٧٠٠ ٩٠٠١٢٣", "٩٠٠")]
    [InlineData("Write to jose@example.org, or https://chat.example/jose.", "example")]
    [InlineData("Born 03/05/1990 or on 3rd of May 1990.", "1990")]
    [InlineData("Custody CU/2026/77, crime 12345678, van NE55 ABC.", "2026/77")]
    [InlineData("Custody CU/2026/77, crime 12345678, van NE55 ABC.", "345678")]
    [InlineData("Custody CU/2026/77, crime 12345678, van NE55 ABC.", "NE55")]
    [InlineData("Mrs Grey and PC 1234 Blue saw it.", "Grey")]
    [InlineData("Mrs Grey and PC 1234 Blue saw it.", "Blue")]
    [InlineData("Olive Officer was there.", "Olive")]
    public void It_is_gone(string text, string gone)
    {
        var cleaned = Check.Clean(text);
        Assert.DoesNotContain(gone, cleaned, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("[", cleaned, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("He took two bottles worth £25 and gave them back the same day, at 10am on the 3rd floor.")]
    [InlineData("The officer asked the victim, who wants an apology. By a key worker: day 12.")]
    [InlineData("Second warning; not met: the offence is under 3 months old.")]
    [InlineData("")]
    [InlineData("Line one\nline two")]
    public void What_tells_nothing_stays(string text) => Assert.Equal(text, Check.Clean(text));

    [Fact]
    public void A_long_hostile_text_is_answered_soon()
    {
        var text = string.Concat(Enumerable.Repeat("1 a ", 2_500));
        var began = TimeProvider.System.GetTimestamp();
        Assert.NotEmpty(Check.Clean(text));
        Assert.NotEmpty(Check.Clean(new string('9', 10_000)));
        Assert.NotEmpty(Check.Clean(string.Concat(Enumerable.Repeat("a.", 5_000))));
        Assert.InRange(TimeProvider.System.GetElapsedTime(began).TotalSeconds, 0, 20);
    }
}
