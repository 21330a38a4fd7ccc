using Diversion.Domain.Appointments;
using Diversion.Web.Forms;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using NodaTime;

namespace Diversion.Web.Tests.Forms;

public sealed class FormReadingTests
{
    private readonly ModelStateDictionary faults = new();

    private FormReading Read => new(faults);

    private string? Fault => faults.TryGetValue("F", out var entry) ? Assert.Single(entry.Errors).ErrorMessage : null;

    [Theory]
    [InlineData("10:30am", 10, 30)]
    [InlineData("10.30 AM", 10, 30)]
    [InlineData("5pm", 17, 0)]
    [InlineData("12am", 0, 0)]
    [InlineData("12 pm", 12, 0)]
    [InlineData("17:05", 17, 5)]
    [InlineData("9:05", 9, 5)]
    [InlineData("0905", 9, 5)]
    [InlineData("Midday", 12, 0)]
    [InlineData("midnight", 0, 0)]
    public void Times_are_read_as_people_write_them(string typed, int hour, int minute)
    {
        Assert.Equal(new LocalTime(hour, minute), Read.Time("F", typed, "the start time"));
        Assert.Null(Fault);
    }

    [Theory]
    [InlineData(null, "Enter the start time")]
    [InlineData(" ", "Enter the start time")]
    [InlineData("soon", "Start time must be a time, like 10:30am or 5pm")]
    [InlineData("25:00", "Start time must be a time, like 10:30am or 5pm")]
    [InlineData("9", "Start time must be a time, like 10:30am or 5pm")]
    public void What_is_no_time_says_so(string? typed, string fault)
    {
        Read.Time("F", typed, "the start time");
        Assert.Equal(fault, Fault);
    }

    [Fact]
    public void A_new_line_counts_once_as_the_page_counts_it()
    {
        var rest = new string('x', 300);
        Assert.Equal($"one\n{rest}", Read.Text("F", $" one\r\n{rest} ", "the note", 304));
        Assert.Null(Fault);
    }

    [Fact]
    public void A_date_is_three_numbers()
    {
        Assert.Equal(new LocalDate(2028, 2, 29), Read.Date("F", Typed("29", " 2", "2028"), "the date of birth"));
        Assert.Null(Fault);
    }

    [Theory]
    [InlineData(null, null, null, "Enter the date of birth")]
    [InlineData("1", "", null, "Date of birth must include a month and a year")]
    [InlineData("", "2", "1990", "Date of birth must include a day")]
    [InlineData("29", "2", "2027", "Date of birth must be a real date")]
    [InlineData("1", "13", "1990", "Date of birth must be a real date")]
    [InlineData("1", "1", "90", "Enter the date of birth again: the year must have four digits, like 1994")]
    [InlineData("3", "Mar", "94", "Enter the date of birth again: the year must have four digits, like 1994")]
    [InlineData("3", "Ma", "1994", "Date of birth must be a real date")]
    [InlineData("-1", "1", "1990", "Date of birth must be a real date")]
    [InlineData("one", "1", "1990", "Date of birth must be a real date")]
    public void What_is_no_date_says_what_is_missing_or_wrong_once(string? day, string? month, string? year, string fault)
    {
        Read.Date("F", Typed(day, month, year), "the date of birth");
        Assert.Equal(fault, Fault);
    }

    [Theory]
    [InlineData("3", "Mar", "1994")]
    [InlineData("3", "March", "1994")]
    [InlineData("03", "mar", " 1994 ")]
    [InlineData("３", "３", "１９９４")]
    [InlineData("٣", "٠٣", "١٩٩٤")]
    [InlineData("3rd", "MARCH", "1994\u200B")]
    [InlineData("3 March 1994", "", null)]
    [InlineData("03/03/1994", null, null)]
    public void A_month_may_be_named_and_digits_be_of_any_script(string day, string? month, string? year)
    {
        Assert.Equal(new LocalDate(1994, 3, 3), Read.Date("F", Typed(day, month, year), "the date of birth"));
        Assert.Null(Fault);
    }

    [Fact]
    public void Pasted_control_characters_become_what_was_seen()
    {
        Assert.Equal("Siân Owen", Read.Text("F", "Siân\u000BOwen", "the name"));
        Assert.Equal("07700 900123", Read.OptionalText("F", "\u202A07700 900123\u202C", "the telephone number"));
        Assert.Null(Read.OptionalText("F", "\u200B\u200B", "the name"));
        Assert.Equal(["one", "two"], Read.Lines("F", "one\u000Btwo\n\u200B", "goal"));
        Assert.Null(Fault);
    }

    [Theory]
    [InlineData("jo@example.org", null)]
    [InlineData("\u200Bjo@example.org ", null)]
    [InlineData("no-tld@domain", "Enter an email address in the correct format, like name@example.com")]
    [InlineData("o’hara@police.example", "Enter an email address in the correct format, like name@example.com")]
    [InlineData("underscores-in-domain@dom_ain.com", "Enter an email address in the correct format, like name@example.com")]
    public void An_email_address_is_one_that_mail_can_go_to(string typed, string? fault)
    {
        Assert.Equal(fault is null ? "jo@example.org" : null, Read.OptionalEmail("F", typed, "the email address"));
        Assert.Equal(fault, Fault);
    }

    [Theory]
    [InlineData("18", 18, null)]
    [InlineData("１８", 18, null)]
    [InlineData(" 36 ", 36, null)]
    [InlineData("", 0, "Enter the hours")]
    [InlineData("17", 0, "Hours must be between 18 and 36")]
    [InlineData("18.5", 0, "Hours must be a whole number, like 18")]
    [InlineData("99999999999", 0, "Hours must be a whole number, like 18")]
    public void Numbers_are_whole_and_within_limits(string typed, int number, string? fault)
    {
        Assert.Equal(number, Read.Number("F", typed, "the hours", 18, 36));
        Assert.Equal(fault, Fault);
    }

    [Theory]
    [InlineData("Late", null)]
    [InlineData("late", "Choose what happened")]
    [InlineData("1", "Choose what happened")]
    [InlineData("Nothing", "Choose what happened")]
    [InlineData(null, "Choose what happened")]
    public void A_choice_is_one_of_the_names(string? chosen, string? fault)
    {
        Assert.Equal(fault is null ? Attendance.Late : default, Read.Choice<Attendance>("F", chosen, "what happened"));
        Assert.Equal(fault, Fault);
    }

    [Fact]
    public void Texts_are_trimmed_and_have_a_limit()
    {
        Assert.Equal("Sam", Read.Text("F", " Sam ", "the name", 3));
        Assert.Null(Read.OptionalText("F", "  ", "the name"));
        Assert.Null(Fault);
        Read.Text("F", "Samantha", "the name", 3);
        Assert.Equal("Name must be 3 characters or fewer", Fault);
    }

    private static TypedDate Typed(string? day, string? month, string? year) => new() { Day = day, Month = month, Year = year };
}
