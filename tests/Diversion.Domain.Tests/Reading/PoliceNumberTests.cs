using Diversion.Domain.Reading;

namespace Diversion.Domain.Tests.Reading;

public sealed class PoliceNumberTests
{
    [Theory]
    [InlineData("265416/21G", "265416/21G")]
    [InlineData("265416/21g", "265416/21G")]
    [InlineData(" 265416 / 21 G ", "265416/21G")]
    [InlineData("265416-21G", "265416/21G")]
    [InlineData("265416/2021G", "265416/21G")]
    [InlineData("26541621G", "265416/21G")]
    [InlineData("CRO 265416/21G", "265416/21G")]
    [InlineData("CRO no: 265416/21G", "265416/21G")]
    [InlineData("２６５４１６／２１Ｇ", "265416/21G")]
    [InlineData("265416⁄21G\u200B", "265416/21G")]
    [InlineData("SF05/482703J", "SF05/482703J")]
    [InlineData("sf05/482703j", "SF05/482703J")]
    [InlineData("SF 05/482703 J", "SF05/482703J")]
    [InlineData("SF05482703J", "SF05/482703J")]
    [InlineData("SF/05/482703J", "SF05/482703J")]
    [InlineData("SF1983/50058Z", "SF83/50058Z")]
    [InlineData("SF83/50058Z", "SF83/50058Z")]
    [InlineData("SF83/050058Z", "SF83/50058Z")]
    public void A_CRO_number_is_kept_in_one_form(string typed, string kept) => Assert.Equal(new(kept, null), CroNumber.Read(typed));

    [Theory]
    [InlineData("265416/21H")]
    [InlineData("265416/21")]
    [InlineData("265416/22G")]
    [InlineData("85227/65G")]
    [InlineData("SF05/482703K")]
    [InlineData("SF05/G")]
    [InlineData("SF83/000Z")]
    [InlineData("1265416/21G")]
    [InlineData("2020/0000009N")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_CRO_number_is_refused(string? typed) => Assert.Equal(CroNumber.Form, CroNumber.Read(typed).Refusal);

    [Fact]
    public void One_wrong_digit_or_letter_is_found()
    {
        const string Number = "265416/21G";

        foreach (var place in Enumerable.Range(0, Number.Length).Where(place => Number[place] != '/'))
        {
            var others = char.IsAsciiDigit(Number[place]) ? "0123456789" : "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
            Assert.All(
                others.Where(other => other != Number[place]),
                other => Assert.False(CroNumber.Read(Number[..place] + other + Number[(place + 1)..]).IsRead, $"{place} {other}"));
        }
    }

    [Theory]
    [InlineData("008/06", "008/06")]
    [InlineData("8/6", "008/06")]
    [InlineData("8/06", "008/06")]
    [InlineData("00806", "008/06")]
    [InlineData("125.11", "125/11")]
    [InlineData("１２５／１１", "125/11")]
    public void A_classification_is_kept_in_one_form(string typed, string kept) => Assert.Equal(new(kept, null), OffenceClassification.Read(typed));

    [Theory]
    [InlineData("806")]
    [InlineData("8N")]
    [InlineData("0008/06")]
    [InlineData("8/006")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_classification_is_refused(string? typed) => Assert.Equal(OffenceClassification.Form, OffenceClassification.Read(typed).Refusal);
}
