using Diversion.Domain.Reading;
using NodaTime;

namespace Diversion.Domain.Tests.Reading;

public sealed class DateTextTests
{
    [Theory]
    [InlineData("1994-03-17")]
    [InlineData("1994/3/17")]
    [InlineData("17/03/1994")]
    [InlineData("17/3/1994")]
    [InlineData("17.3.1994")]
    [InlineData("17-03-1994")]
    [InlineData("17 03 1994")]
    [InlineData("17 March 1994")]
    [InlineData("17 mar 1994")]
    [InlineData("17-Mar-1994")]
    [InlineData("17th March 1994")]
    [InlineData("Thursday 17 March 1994")]
    [InlineData("Thu, 17 Mar 1994")]
    [InlineData("the 17th of March 1994")]
    [InlineData("March 17, 1994")]
    [InlineData("1994-03-17 00:00:00")]
    [InlineData("1994-03-17T00:00:00")]
    [InlineData("17/03/1994 00:00")]
    [InlineData("19940317")]
    [InlineData("１７／０３／１９９４")]
    [InlineData("١٧/٠٣/١٩٩٤")]
    [InlineData(" 17\u00A0March\u20071994\u200B")]
    [InlineData("17–03–1994")]
    public void A_date_is_taken_as_people_and_spreadsheets_write_it(string text) => Assert.Equal(new(new LocalDate(1994, 3, 17), null), DateText.Read(text));

    [Theory]
    [InlineData("Sep")]
    [InlineData("Sept")]
    [InlineData("SEPTEMBER")]
    [InlineData("sept.")]
    [InlineData("9")]
    [InlineData("09")]
    [InlineData("٩")]
    public void A_month_is_a_number_or_a_name(string month) => Assert.Equal(new LocalDate(1994, 9, 3), DateText.Of("3", month, "1994"));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("17/03/94")]
    [InlineData("17 March")]
    [InlineData("03/17/1994")]
    [InlineData("30/02/1994")]
    [InlineData("46098")]
    [InlineData("5.0324E+07")]
    [InlineData("-17/03/1994")]
    [InlineData("17/03/1894")]
    [InlineData("17 Ma 1994")]
    [InlineData("today")]
    public void Whatever_else_is_refused_with_what_would_be_taken(string? text) => Assert.Equal(DateText.Form, DateText.Read(text).Refusal);

    [Theory]
    [InlineData("94", true)]
    [InlineData("'94", true)]
    [InlineData("4", true)]
    [InlineData("1994", false)]
    [InlineData("199", false)]
    [InlineData("soon", false)]
    public void A_two_digit_year_is_recognised(string year, bool isShort) => Assert.Equal(isShort, DateText.IsShortYear(year));

    [Theory]
    [InlineData("2026-03-05", true)]
    [InlineData(" 2026-03-05 ", true)]
    [InlineData("05/03/2026", false)]
    [InlineData("2026-03-05T00:00:00Z", false)]
    [InlineData("2026-3-5", false)]
    public void Programs_send_the_year_first(string text, bool isRead) => Assert.Equal(isRead, DateText.ReadIso(text).IsRead);

    [Fact]
    public void Every_day_comes_back_from_every_form()
    {
        string[] forms = ["uuuu-MM-dd", "dd/MM/uuuu", "d/M/uuuu", "d MMMM uuuu", "dd-MMM-uuuu", "dddd d MMMM uuuu", "MMMM d, uuuu", "uuuuMMdd"];
        var random = new Random(11);
        for (var i = 0; i < 5_000; i++)
        {
            var day = new LocalDate(1900, 1, 1).PlusDays(random.Next(109_000));
            var text = day.ToString(forms[i % forms.Length], System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal((text, day), (text, DateText.Read(text).Value));
        }
    }
}
