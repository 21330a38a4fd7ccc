using Diversion.Domain.Reading;
using NodaTime;

namespace Diversion.Domain.Tests.Reading;

public sealed class ReadersTests
{
    [Theory]
    [InlineData("2pm", 14, 0)]
    [InlineData("2.30pm", 14, 30)]
    [InlineData("2.30 p.m.", 14, 30)]
    [InlineData("2:30 PM", 14, 30)]
    [InlineData("230pm", 14, 30)]
    [InlineData("14:30", 14, 30)]
    [InlineData("14:30:00", 14, 30)]
    [InlineData("14.30", 14, 30)]
    [InlineData("1430", 14, 30)]
    [InlineData("1430hrs", 14, 30)]
    [InlineData("14h30", 14, 30)]
    [InlineData("１４：３０", 14, 30)]
    [InlineData("noon", 12, 0)]
    [InlineData("12 noon", 12, 0)]
    [InlineData("Midday", 12, 0)]
    [InlineData("midnight", 0, 0)]
    [InlineData("12am", 0, 0)]
    public void A_time_is_taken_as_people_write_it(string text, int hour, int minute) => Assert.Equal(new(new LocalTime(hour, minute), null), TimeText.Read(text));

    [Theory]
    [InlineData("9")]
    [InlineData("25:00")]
    [InlineData("14:30pm")]
    [InlineData("soon")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_time_is_refused_with_what_would_be_taken(string? text) => Assert.Equal(TimeText.Form, TimeText.Read(text).Refusal);

    [Theory]
    [InlineData("17:00:00", true)]
    [InlineData("17:00", true)]
    [InlineData("17:00:00.5", true)]
    [InlineData("5pm", false)]
    [InlineData("17:00:00Z", false)]
    public void Programs_send_24_hours(string text, bool isRead) => Assert.Equal(isRead, TimeText.ReadIso(text).IsRead);

    [Theory]
    [InlineData("18", 18)]
    [InlineData(" 18 ", 18)]
    [InlineData("1,200", 1200)]
    [InlineData("18.0", 18)]
    [InlineData("+18", 18)]
    [InlineData("−3", -3)]
    [InlineData("１８", 18)]
    [InlineData("١٨", 18)]
    [InlineData("18\u200B", 18)]
    public void A_whole_number_is_taken_as_people_and_spreadsheets_write_it(string text, int number) => Assert.Equal(new(number, null), NumberText.Whole(text));

    [Theory]
    [InlineData("18.5")]
    [InlineData("5,5")]
    [InlineData("1,20")]
    [InlineData("1E+05")]
    [InlineData("99999999999")]
    [InlineData("eighteen")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_whole_number_is_refused(string? text) => Assert.Equal(NumberText.WholeForm, NumberText.Whole(text).Refusal);

    [Theory]
    [InlineData("HT/26/7777")]
    [InlineData("HT/26/7777\u200B")]
    [InlineData("\uFEFFHT/26/7777")]
    [InlineData("HT/26/\u00A07777")]
    [InlineData("HT/26/7777\u00A0")]
    [InlineData("ht/26/7777")]
    [InlineData("HT⁄26∕7777")]
    [InlineData("ＨＴ/26/７７７７")]
    [InlineData("HT/26/77\u00AD77")]
    [InlineData("HT/26/7777\u202C")]
    public void References_that_look_the_same_are_the_same(string text) => Assert.Equal("HT/26/7777", ReferenceText.Key(text));

    [Fact]
    public void A_reference_is_kept_with_plain_dashes_and_single_blanks() =>
        Assert.Equal("CU-26 0042", ReferenceText.Clean("\u2009CU\u201326 \u00A0\t0042\u200E"));

    [Theory]
    [InlineData("Siân\u000BOwen", false, "Siân Owen")]
    [InlineData("\u202A07700 900123\u202C", false, "07700 900123")]
    [InlineData("Jo\u200Bhn\uFEFF", false, "John")]
    [InlineData("one\r\ntwo\u000Bthree", true, "one\ntwo\nthree")]
    [InlineData("one\r\ntwo", false, "one two")]
    [InlineData("bell\u0007", true, "bell")]
    [InlineData("a\u00A0b", true, "a b")]
    [InlineData("\u200B\u200B", true, "")]
    [InlineData("👩‍👩‍👧 🏴", false, "👩‍👩‍👧 🏴")]
    public void Pasted_characters_become_what_was_seen(string typed, bool lines, string kept) => Assert.Equal(kept, PlainText.Clean(typed, lines));

    [Fact]
    public void No_reader_ever_throws_and_what_is_kept_reads_the_same_again()
    {
        const string pieces = "0123456789/:.-+ TtZz,@abMarchSeptpm_%\u00A0\u200B\u202E\uFEFF\u2013\uFF15\u0665\ud83d\ude42\u0000\u000B'\"()[]éñ’\u0130";
        var random = new Random(7);
        for (var i = 0; i < 50_000; i++)
        {
            var text = string.Create(random.Next(0, 24), random, (span, r) =>
            {
                foreach (ref var c in span)
                {
                    c = pieces[r.Next(pieces.Length)];
                }
            });
            InstantText.Read(text);
            TimeText.Read(text);
            NumberText.Decimal(text);
            Same(DateText.Read(text), day => DateText.Read(day.ToString("uuuu-MM-dd", null)));
            Same(EmailAddress.Read(text), EmailAddress.Read);
            Same(NumberText.Whole(text), number => NumberText.Whole($"{number}"));
            Assert.Equal(ReferenceText.Clean(text), ReferenceText.Clean(ReferenceText.Clean(text)));
            Assert.Equal(ReferenceText.Key(text), ReferenceText.Key(ReferenceText.Clean(text)));
            Assert.Equal(PlainText.Clean(text, false), PlainText.Clean(PlainText.Clean(text, false), false));
            Assert.Equal(PlainText.Clean(text, true), PlainText.Clean(PlainText.Clean(text, true), true));
        }

        static void Same<T>(Parsed<T> read, Func<T, Parsed<T>> again)
        {
            if (read.IsRead)
            {
                Assert.Equal(read, again(read.Value!));
            }
        }
    }
}
