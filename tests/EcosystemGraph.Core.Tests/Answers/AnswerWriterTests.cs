using System.Text;
using EcosystemGraph.Core.Answers;

namespace EcosystemGraph.Core.Tests.Answers;

public sealed class AnswerWriterTests
{
    [Test]
    public void A_text_is_the_same_bytes_whether_it_comes_as_UTF_16_or_as_UTF_8()
    {
        string[] texts =
        [
            "",
            "plain",
            "déjà — 中文 😀",
            "\"quoted\" and \\ and é",
            "tab\t, line\n, return\r, bell\u0007, nothing\0, delete\u007f",
            "half \ud83d of a pair",
        ];
        foreach (var text in texts)
        {
            Assert.That(
                Written(writer => writer.Text(Encoding.UTF8.GetBytes(text))),
                Is.EqualTo(Written(writer => writer.Text(text)))
            );
        }
    }

    [Test]
    public void Bytes_that_are_no_UTF_8_are_replaced()
    {
        Assert.That(Written(writer => writer.Text([(byte)'a', 0xff, (byte)'b'])), Is.EqualTo("[\"a\ufffdb\"]"));
    }

    [Test]
    public void Pieces_are_put_where_they_belong()
    {
        Assert.That(
            Written(writer =>
            {
                writer.Whole(0);
                var start = writer.Place;
                writer.StartPiece();
                writer.Whole(1);
                var second = writer.StartPiece();
                writer.Text("two");
                var (one, two) = (writer.Written[start.Length..second].ToArray(), writer.Written[second..].ToArray());
                writer.Return(start);
                writer.Raw(two);
                writer.Raw(one);
            }),
            Is.EqualTo("[0,\"two\",1]")
        );
    }

    private static string Written(Action<AnswerWriter> write)
    {
        using var writer = new AnswerWriter(1000);
        writer.StartList();
        write(writer);
        writer.EndList();
        return Encoding.UTF8.GetString(writer.Written.Span);
    }
}
